import { isRecord, valueAt } from "../../settings/path.ts";
import type { HelmValues } from "../../settings/settings.ts";
import { EACH, valuesAt, type Written } from "../valuesAt.ts";
import { isGiven } from "./given.ts";

/**
 * What leads into others' servers, and so to their homes; for some, or for all.
 * https://jupyterhub.readthedocs.io/en/stable/rbac/scopes.html
 */
const scopes: Readonly<Record<string, string>> = {
  "access:servers": "enters the servers, and so the homes, of",
  shares: "lets others into the servers of",
  tokens: "makes tokens that act for",
  "admin:servers": "starts servers, with options of their own choice, for",
  "admin:users": "renames, makes and deletes, and so comes by the homes of,",
  groups: "puts into groups, and so gives their roles to,",
  "admin:groups": "puts into groups, and so gives their roles to,",
};

/** Roles and services by which somebody whom `hub.admins` does not name reaches the homes of others. */
export function roleWarnings({ hub }: HelmValues): string[] {
  const [roles, services] = [
    ["loadRoles", "load_roles"],
    ["services", "services"],
  ].map(([value = "", trait = ""]) => [
    ...valuesAt(hub, [value, EACH], "hub.values.hub"),
    ...valuesAt(hub, ["config", "JupyterHub", trait, EACH], "hub.values.hub"),
  ]);
  return [...(roles ?? []).flatMap(ofRole), ...(services ?? []).flatMap(ofService)];
}

function ofRole({ path, value: role }: Written): string[] {
  if (!isRecord(role)) return [];
  const name = role.name ?? path.split(".").at(-1);
  const isAdmins = name === "admin" && ["users", "groups", "services"].some((key) => isGiven(role[key]));
  const given = Array.isArray(role.scopes) ? role.scopes.filter((scope) => typeof scope === "string") : [];
  return [
    ...(isAdmins
      ? [
          `${path}: whoever has this role administers the hub, and enters all servers; hub.admins does not name them.`,
        ]
      : []),
    ...new Set(given.flatMap((scope) => ofScope(path, scope))),
  ];
}

/** A filter without a name is for what is one's own. */
function ofScope(path: string, scope: string): string[] {
  const [name = "", filter] = scope.split("!");
  const what = scopes[name];
  if (what === undefined || (filter !== undefined && !filter.includes("="))) return [];
  return [`${path}: whoever has this role ${what} ${filter ?? "all users"} (\`${scope}\`).`];
}

const ofService = ({ path, value: service }: Written): string[] =>
  valueAt(service, ["admin"]) === true
    ? [
        `${path}.admin: true: the service, and whoever has its token, administers the hub, and enters all servers.`,
      ]
    : [];
