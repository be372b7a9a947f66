import { isAlwaysSecret } from "./alwaysSecret.ts";
import { formatPath, leaves, mapLeaves } from "./path.ts";
import { SecretLeaf } from "./secret.ts";
import type { Settings } from "./settings.ts";

/**
 * Settings in which everything secret is what `secret` makes of it: the leaves that a stack file marks, and those
 * that are always one.
 */
export const protectSecrets = <T extends Settings>(settings: T, secret: (content: unknown) => unknown): T =>
  mapLeaves(settings, (value, path) => {
    if (value instanceof SecretLeaf) return secret(value.reveal());
    return isAlwaysSecret(settings, path, value) ? secret(value) : value;
  }) as T;

/** What is to be said of secrets that were given in the open. The rest of the way they are kept as secrets. */
export function openSecretsWarning(settings: Settings): string | undefined {
  const open = [...leaves(settings)]
    .filter(({ path, value }) => isAlwaysSecret(settings, path, value))
    .map(({ path }) => formatPath(path));
  return open.length === 0
    ? undefined
    : `${open.join(", ")}: given in the OPEN. From here on kept as a secret; but whoever sees the stack file, or its history, has it: make it anew, and give it by \`pulumi config set --secret --path\`.`;
}
