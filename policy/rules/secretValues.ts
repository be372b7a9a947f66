import { releaseType } from "../kubernetes.ts";

/** What a rule about secrets is given: the same values, in which it can be told what is secret. */
export interface Marked {
  readonly type: string;
  readonly props: unknown;
  /** Whether a value is a secret, or not known yet. */
  readonly isHidden: (value: unknown) => boolean;
}

/** Where a plain secret is, and the object that holds it. */
export interface PlainSecret {
  readonly path: string;
  readonly holder: Record<string, unknown>;
  readonly name: string;
}

export const secretValues = {
  name: "secret-values",
  description: "Passwords and tokens in a chart's values are secrets of the stack",
  url: "https://www.pulumi.com/docs/iac/concepts/secrets/",
  message: (path: string): string =>
    `"${path}" is a secret in plain: it is readable in the state and in every log. Make it a Pulumi secret, such as \`pulumi config set --secret\`.`,
};

/**
 * Names whose text is a secret, in values of the JupyterHub chart and its authenticators. Names of objects that hold one, such
 * as `existingSecret`, are none. https://z2jh.jupyter.org/en/stable/resources/reference.html
 */
const secretName =
  /^(password|.*[_-]password|.*[a-z]Password|client_?secret|clientSecret|oauth_?secret|secretToken|cookieSecret|cookie_secret|api_?token|apiToken|.*[_-](secret|token)|access_?key|private_?key|.*_(SECRET|TOKEN|PASSWORD|KEY))$/;
/** `proxy.https.manual.key` and `hub.config.CryptKeeper.keys` have names that mean other things elsewhere. */
const secretPath = /(^|\.)(proxy\.https\.manual\.key|CryptKeeper\.keys)$/;
/** A URL with a password in it, whatever its name. */
const passwordInUrl = /^[a-z][a-z0-9+.-]*:\/\/[^/?#\s:@]*:[^/?#\s@]+@/i;

/** Every secret in the values of a release that is not marked as one. */
export function plainSecrets({ type, props, isHidden }: Marked): PlainSecret[] {
  if (type !== releaseType || !isRecord(props)) return [];
  return [...within(props, "values", "values", isHidden)];
}

function* within(
  holder: Record<string, unknown>,
  name: string,
  path: string,
  isHidden: Marked["isHidden"],
): Generator<PlainSecret> {
  const value = Object.getOwnPropertyDescriptor(holder, name)?.value as unknown;
  if (isHidden(value)) return;
  if (typeof value === "string" && value !== "") {
    if (secretName.test(name) || secretPath.test(path) || passwordInUrl.test(value))
      yield { path, holder, name };
  } else if (Array.isArray(value) || isRecord(value)) {
    const inner = value as Record<string, unknown>;
    // A list of secrets, such as CryptKeeper.keys, is called by the list's name.
    const isList = Array.isArray(value);
    for (const key of Object.keys(inner)) {
      const isSecretItem =
        isList && typeof inner[key] === "string" && (secretName.test(name) || secretPath.test(path));
      if (isSecretItem && !isHidden(Object.getOwnPropertyDescriptor(inner, key)?.value))
        yield { path: `${path}.${key}`, holder: inner, name: key };
      else yield* within(inner, key, `${path}.${key}`, isHidden);
    }
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
