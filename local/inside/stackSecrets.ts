import { createCipheriv, createDecipheriv, pbkdf2Sync, randomBytes } from "node:crypto";

/**
 * Pulumi's passphrase encryption of a stack file's `secure:` values: PBKDF2 with SHA-256 for the key, AES-256-GCM for
 * the text, written `v1:<nonce>:<text and tag>`; the salt is written with the text "pulumi" encrypted, as a check.
 * https://www.pulumi.com/docs/iac/concepts/secrets/
 */
const iterations = 1_000_000;
const checkText = "pulumi";
const tagLength = 16;

/** Encrypts and decrypts the values of one stack file. */
export interface Crypter {
  encrypt(text: string): string;
  decrypt(sealed: string): string;
  /** As the stack file carries it, under `encryptionsalt`. */
  readonly salt: string;
}

/** A crypter with a salt of its own. */
export function newCrypter(passphrase: string): Crypter {
  const salt = randomBytes(8);
  const key = keyFrom(passphrase, salt);
  return crypter(key, `v1:${salt.toString("base64")}:${seal(key, checkText)}`);
}

/** The crypter of a stack file; nothing when the passphrase is not the file's. */
export function crypterOf(passphrase: string, saltLine: string): Crypter | undefined {
  const [version, salt, ...check] = saltLine.split(":");
  if (version !== "v1" || salt === undefined) return undefined;
  const key = keyFrom(passphrase, Buffer.from(salt, "base64"));
  try {
    return open(key, check.join(":")) === checkText ? crypter(key, saltLine) : undefined;
  } catch {
    return undefined;
  }
}

function crypter(key: Buffer, salt: string): Crypter {
  return { salt, encrypt: (text) => seal(key, text), decrypt: (sealed) => open(key, sealed) };
}

function keyFrom(passphrase: string, salt: Buffer): Buffer {
  return pbkdf2Sync(passphrase, salt, iterations, 32, "sha256");
}

function seal(key: Buffer, text: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()]);
  return `v1:${nonce.toString("base64")}:${sealed.toString("base64")}`;
}

function open(key: Buffer, value: string): string {
  const [version, nonce, text] = value.split(":");
  if (version !== "v1" || nonce === undefined || text === undefined) throw new Error("not a v1 value");
  const sealed = Buffer.from(text, "base64");
  const decipher = createDecipheriv("aes-256-gcm", key, Buffer.from(nonce, "base64"));
  decipher.setAuthTag(sealed.subarray(-tagLength));
  return Buffer.concat([decipher.update(sealed.subarray(0, -tagLength)), decipher.final()]).toString("utf8");
}
