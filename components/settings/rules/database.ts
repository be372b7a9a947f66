import { DatabaseKind } from "../choices.ts";
import type { Fault } from "../fault.ts";
import { homesStorageClass } from "../names.ts";
import { show } from "../show.ts";
import { faultIf, type Rule } from "./rule.ts";

const path = "hub.database";

/** The key that a kind needs, and that no other kind takes. */
const keyOf = {
  storageClassName: {
    kind: DatabaseKind.Claim,
    fix: "Name a class of block storage: storageClassName: gp3.",
  },
  url: {
    kind: DatabaseKind.Postgres,
    fix: "Give the address as a secret: pulumi config set --secret --path hub.database.url …",
  },
} as const;

/** Nobody can guess where a cluster keeps a database safely, so it has to be said. */
const said: Rule = {
  looksAt: [path],
  check: ({ given }) => {
    const { database } = given.hub ?? {};
    if (database?.kind === undefined) {
      return [
        {
          path: database === undefined ? path : `${path}.kind`,
          rule: "must be said: `claim`, `postgres` or `memory`",
          got: "nothing",
          fix: "On block storage: database: {kind: claim, storageClassName: gp3}. Never on EFS: SQLite must not lie on NFS.",
        },
      ];
    }
    const { kind } = database;
    return (["storageClassName", "url"] as const).flatMap((key): Fault[] => {
      const place = `${path}.${key}`;
      const isNeeded = keyOf[key].kind === kind;
      return [
        ...faultIf(isNeeded && database[key] === undefined, () => ({
          path: place,
          rule: `must be said with kind \`${kind}\``,
          got: "nothing",
          fix: keyOf[key].fix,
        })),
        ...faultIf(!isNeeded && database[key] !== undefined, () => ({
          path: place,
          rule: `is only for kind \`${keyOf[key].kind}\`, and the kind is \`${kind}\``,
          got: show(database[key], place),
          fix: `Remove it, or set \`${path}.kind\` to \`${keyOf[key].kind}\`.`,
        })),
      ];
    });
  },
};

/** The homes' own class is EFS, where SQLite loses its locks; in static provisioning there is none. */
const notOnHomes: Rule = {
  looksAt: [path, "hub.namespace", "hub.name"],
  check: ({ settings: { hub } }) => {
    const { database, namespace } = hub;
    const isHomes =
      database?.kind === DatabaseKind.Claim && database.storageClassName === homesStorageClass(namespace);
    return faultIf(isHomes, () => ({
      path: `${path}.storageClassName`,
      rule: "must not be the homes' own storage class: SQLite must not lie on NFS",
      got: show(homesStorageClass(namespace), `${path}.storageClassName`),
      fix: "Name a class of block storage, like gp3.",
    }));
  },
};

export const databaseRules: readonly Rule[] = [said, notOnHomes];
