import { elsewhere } from "../support/copies.ts";
import type { Raw } from "../support/hub.ts";
import { existingFileSystem } from "./environment.ts";

/** A stack file of the local environment; without a word about `dataProtection`, as users have it. */
const stack = ({ hub, driver, ...settings }: Raw = {}): Raw => ({
  cluster: { existing: { name: "local" } },
  driver: driver ?? { chart: { path: "{checkout}/local/charts/aws-efs-csi-driver" } },
  ...settings,
  hub: {
    database: { kind: "claim", storageClassName: "gp3" },
    chart: { path: "{checkout}/local/charts/jupyterhub" },
    values: { hub: { config: { Authenticator: { allow_all: true } } } },
    ...(hub as Raw | undefined),
  },
});

/** The stacks that are recorded: the four cells, and every part that only some stacks have. */
export const stacks: Readonly<Record<string, Raw>> = {
  "non-root-static": stack({ userMode: "non-root", provisioning: "static" }),
  "non-root-dynamic": stack({ userMode: "non-root", provisioning: "dynamic" }),
  "root-static": stack({ userMode: "root", provisioning: "static" }),
  "root-dynamic": stack({ userMode: "root", provisioning: "dynamic" }),
  everything: stack({
    posix: { uid: 2000, gid: 2000 },
    homesPath: "/teaching/homes",
    homeDirectory: "user-{username}",
    usernames: "escape",
    tags: { "cost-centre": "teaching" },
    fileSystem: {
      create: {
        backup: { schedule: "cron(0 3 ? * * *)", retentionDays: 7 },
        replication: { region: elsewhere },
        lifecycle: { toInfrequentAccessAfterDays: 60, toArchiveAfterDays: 180 },
      },
    },
    hub: {
      name: "lab",
      namespace: "teaching",
      database: { kind: "postgres", url: "postgresql+psycopg2://hub:secret@database:5432/hub" },
    },
  }),
  existing: stack({
    fileSystem: { existing: { id: existingFileSystem, createMissingMountTargets: true } },
    homesPath: "/homes",
    usernames: "safe",
    fixOwners: "directories",
  }),
  retained: stack({
    dataProtection: "retain",
    access: "tls",
    driver: { install: "existing" },
    hub: { database: { kind: "memory" } },
  }),
};
