import { Access, DatabaseKind, UserMode } from "./choices.ts";
import { imageWarning } from "./rules/image.ts";
import type { Settings } from "./settings.ts";
import { signInWarnings } from "./signInWarnings.ts";

/** What works, and may still surprise. */
export function settingsWarnings(settings: Settings): string[] {
  const { hub, userMode, fileSystem, access, keepRootAccess } = settings;
  const { oneZone, backup, replication } = fileSystem.create ?? {};
  return [
    ...signInWarnings(hub),
    imageWarning(userMode, hub.image),
    hub.database.kind === DatabaseKind.Memory
      ? "hub.database: kept in memory: a restart of the hub forgets who is signed in and which servers run."
      : undefined,
    access === Access.Open
      ? "access: open: WHOEVER REACHES A MOUNT TARGET IS ROOT ON EVERY HOME, a user's own NFS client too where nothing else stops it. Say `iam`, or `tls`."
      : undefined,
    keepRootAccess && userMode === UserMode.NonRoot
      ? "keepRootAccess: root is still let in for servers that started as root. Remove it once none of them runs."
      : undefined,
    oneZone === undefined
      ? undefined
      : `fileSystem.create.oneZone: homes are kept in ${oneZone} only; if that zone is lost, so are they; and servers run on nodes of that zone only.`,
    backup === false
      ? "fileSystem.create.backup: false: no copy of any home is kept; what somebody deletes or overwrites is gone."
      : undefined,
    replication === undefined
      ? undefined
      : `fileSystem.create.replication: a second file system in ${replication.region} is billed, and all traffic to it. It is about 15 minutes behind; access points, mount targets and the file system's policy are not on it.`,
  ].filter((warning) => warning !== undefined);
}
