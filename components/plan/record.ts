import { Access, DatabaseKind, DriverInstall, Provisioning } from "../settings/choices.ts";
import type { Settings } from "../settings/settings.ts";
import { isOpaque } from "../settings/secret.ts";
import { leavesProvisioning } from "./lettingGo.ts";

/** Stands in a record for a setting that is not set. */
export const NOTHING = "nothing";

/** What homes rest on: the settings whose change would take homes from their users, by path. */
export type HomesRecord = Readonly<Record<string, string | number>>;

/** What a stack remembers of itself, in its own state, from one update to the next. */
export interface StackRecord {
  readonly homes: HomesRecord;
  readonly dataProtection: string;
  /** Whether root servers of the last update keep what they need. Absent: they do not. */
  readonly keepRootAccess?: boolean;
}

/** One setting that is not what the last update left. */
export interface Change {
  readonly path: string;
  readonly from: string | number;
  readonly to: string | number;
}

/** What both know and tell differently. A record of another release can know less: without `access` it had no policy. */
export const changesOf = (last: HomesRecord, next: HomesRecord): Change[] =>
  Object.entries<string | number>({ access: Access.Open, ...last }).flatMap(([path, from]) => {
    const to = next[path];
    return to === undefined || String(to) === String(from) ? [] : [{ path, from, to }];
  });

export const stackRecord = (settings: Settings): StackRecord => ({
  homes: homesRecord(settings),
  dataProtection: settings.dataProtection,
  ...(settings.keepRootAccess && { keepRootAccess: true }),
});

function homesRecord(settings: Settings): HomesRecord {
  const { provisioning, homesPath, homeDirectory, usernames, posix, hub, fileSystem } = settings;
  const { userMode, access, identity, driver } = settings;
  return {
    provisioning,
    homesPath,
    homeDirectory,
    usernames,
    "posix.uid": posix.uid,
    "posix.gid": posix.gid,
    "hub.name": hub.name,
    "hub.namespace": hub.namespace,
    "hub.database.kind": hub.database.kind,
    ...(hub.database.kind === DatabaseKind.Claim && {
      "hub.database.storageClassName": hub.database.storageClassName,
    }),
    ...known("fileSystem.existing.id", fileSystem.existing?.id),
    ...(modeMatters(settings) && { userMode }),
    access,
    "driver.install": driver.install,
    "hub.signIn.kind": hub.signIn?.kind ?? NOTHING,
    // Mounts by a role renew its credentials the way that they were made with, and only our driver's roles are ours.
    ...(access === Access.Iam && driver.install !== DriverInstall.Existing && { identity }),
    ...(fileSystem.create && {
      "fileSystem.create.performanceMode": fileSystem.create.performanceMode,
      ...known("fileSystem.create.oneZone", fileSystem.create.oneZone),
      ...known("fileSystem.create.kmsKeyArn", fileSystem.create.kmsKeyArn),
    }),
  };
}

/** In dynamic provisioning a flip of the mode takes nothing from anybody: every access point makes everybody `posix`. */
const modeMatters = (settings: Settings): boolean =>
  settings.fileSystem.existing !== undefined ||
  settings.provisioning === Provisioning.Static ||
  leavesProvisioning(settings) === Provisioning.Static;

/** What only an update will know, or is a secret, cannot be compared: the engine's own protection stands for it. */
const known = (path: string, value: unknown): HomesRecord =>
  isOpaque(value) ? {} : { [path]: typeof value === "string" ? value : NOTHING };
