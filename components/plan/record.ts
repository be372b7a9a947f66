import { DatabaseKind } from "../settings/choices.ts";
import type { Settings } from "../settings/settings.ts";
import { isOpaque } from "../settings/secret.ts";

/** Stands in a record for a setting that is not set. */
export const NOTHING = "nothing";

/** What homes rest on: the settings whose change would take homes from their users, by path. */
export type HomesRecord = Readonly<Record<string, string | number>>;

/** What a stack remembers of itself, in its own state, from one update to the next. */
export interface StackRecord {
  readonly homes: HomesRecord;
  readonly dataProtection: string;
}

export const stackRecord = (settings: Settings): StackRecord => ({
  homes: homesRecord(settings),
  dataProtection: settings.dataProtection,
});

/**
 * The mode is part of it only on a file system that was there before: on one of ours a flip hides nothing, and
 * changes nothing but the release.
 */
function homesRecord(settings: Settings): HomesRecord {
  const { provisioning, homesPath, homeDirectory, usernames, posix, hub, fileSystem, userMode } = settings;
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
    ...(fileSystem.existing && { userMode }),
    ...(fileSystem.create && {
      "fileSystem.create.performanceMode": fileSystem.create.performanceMode,
      ...known("fileSystem.create.oneZone", fileSystem.create.oneZone),
      ...known("fileSystem.create.kmsKeyArn", fileSystem.create.kmsKeyArn),
    }),
  };
}

/** What only an update will know, or is a secret, cannot be compared: the engine's own protection stands for it. */
const known = (path: string, value: unknown): HomesRecord =>
  isOpaque(value) ? {} : { [path]: typeof value === "string" ? value : NOTHING };
