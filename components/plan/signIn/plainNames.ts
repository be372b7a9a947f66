import type { HelmValues } from "../../settings/settings.ts";

/**
 * For users who choose their own names: words of letters and digits with one `.`, `_`, `@` or `-` between two. A name with
 * more room in it could be made up to have another's home: docs/threats.md. Users' values may change it.
 * https://jupyterhub.readthedocs.io/en/stable/reference/api/auth.html#jupyterhub.auth.Authenticator.username_pattern
 */
export const plainNames: Readonly<Record<"Authenticator", HelmValues>> = {
  Authenticator: { username_pattern: "^[a-z0-9]+([._@-][a-z0-9]+)*$" },
};
