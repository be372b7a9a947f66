import { type Document, isMap, isScalar, parseDocument, visit } from "yaml";
import { Failure } from "../failure.ts";
import { type Crypter, crypterOf } from "./stackSecrets.ts";

/** Keys with which a stack file says how its own secrets are encrypted. */
const encryptionKeys = ["encryptionsalt", "secretsprovider", "encryptedkey"];

/**
 * A stack file's text for the local stack. Its text stays as it is, so that Pulumi reads it as it would read the file;
 * only a file with encrypted values is rewritten: they are encrypted anew for the local stack.
 */
export function localStackFile(
  text: string,
  file: string,
  crypter: Crypter,
  passphrase: string | undefined,
): string {
  const document = parseDocument(text);
  const [error] = document.errors;
  if (error !== undefined) throw new Failure(`"${file}" is not valid YAML: ${error.message}`);
  if (document.contents !== null && !isMap(document.contents)) {
    throw new Failure(`"${file}" must be a stack file: a map with the key "config".`);
  }
  const foreign = encryptionKeys.some((key) => document.has(key));
  if (!foreign && !holdsSecrets(document)) return withSalt(text, crypter.salt);
  reencrypt(document, file, crypter, passphrase);
  for (const key of encryptionKeys) document.delete(key);
  return withSalt(document.contents === null ? "" : document.toString({ lineWidth: 0 }), crypter.salt);
}

function withSalt(text: string, salt: string): string {
  return `${text === "" || text.endsWith("\n") ? text : `${text}\n`}encryptionsalt: ${salt}\n`;
}

function holdsSecrets(document: Document): boolean {
  let found = false;
  eachSecret(document, () => {
    found = true;
    return undefined;
  });
  return found;
}

function reencrypt(document: Document, file: string, crypter: Crypter, passphrase: string | undefined): void {
  const salt = document.get("encryptionsalt");
  let own: Crypter | undefined;
  eachSecret(document, (sealed) => {
    own ??= crypterFor(typeof salt === "string" ? salt : undefined, file, passphrase);
    return crypter.encrypt(own.decrypt(sealed));
  });
}

function crypterFor(salt: string | undefined, file: string, passphrase: string | undefined): Crypter {
  const instead = `put stand-in values into a copy of the file: nothing here reaches a real service.`;
  if (salt === undefined)
    throw new Failure(
      `"${file}" holds "secure:" values whose key this machine does not have. For the local environment, ${instead}`,
    );
  if (passphrase === undefined)
    throw new Failure(
      `"${file}" holds "secure:" values. Set PULUMI_CONFIG_PASSPHRASE to the file's passphrase, or ${instead}`,
    );
  const own = crypterOf(passphrase, salt);
  if (own === undefined)
    throw new Failure(
      `"${file}" holds "secure:" values that PULUMI_CONFIG_PASSPHRASE does not open. Set it to the file's passphrase, or ${instead}`,
    );
  return own;
}

/** Calls `change` with every encrypted value: a map with the one key `secure`. What it returns takes its place. */
function eachSecret(document: Document, change: (sealed: string) => string | undefined): void {
  visit(document, {
    Map(_key, map) {
      const [pair] = map.items;
      if (map.items.length !== 1 || pair === undefined || !isScalar(pair.key) || pair.key.value !== "secure")
        return;
      if (!isScalar(pair.value) || typeof pair.value.value !== "string") return;
      const changed = change(pair.value.value);
      if (typeof changed === "string") pair.value.value = changed;
    },
  });
}
