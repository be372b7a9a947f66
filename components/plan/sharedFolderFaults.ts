import { Provisioning, UserMode } from "../settings/choices.ts";
import type { Fault } from "../settings/fault.ts";
import { isRecord, valueAt } from "../settings/path.ts";
import { show } from "../settings/show.ts";
import type { Settings } from "../settings/settings.ts";
import { SHARED, sharedFolders } from "./sharedFolders.ts";

const ROOT = "hub.values.singleuser";

/** The user's values that would hide a shared folder, or stop the servers that have one. */
export function sharedFolderFaults(settings: Settings): Fault[] {
  if (Object.keys(settings.sharedFolders).length === 0) return [];
  return [...mountedOver(settings), ...chownedInto(settings)];
}

/** Mounts at the place of the folders, or inside of one: it is not theirs that a user would find there. */
function mountedOver(settings: Settings): Fault[] {
  const taken = sharedFolders(settings).map(({ mountPath }) => mountPath);
  return mountsOf(settings).flatMap(([path, mountPath]) => {
    const place = plain(mountPath);
    const isTaken = place === SHARED || taken.some((folder) => `${place}/`.startsWith(`${folder}/`));
    if (!isTaken) return [];
    return [
      {
        path,
        rule: `must not be ${SHARED} or lie in one of the shared folders there (\`sharedFolders\`)`,
        got: show(mountPath, path),
        fix: `Mount it elsewhere: ${SHARED}/ and a name that is no shared folder's will do.`,
      },
    ];
  });
}

/** Each mount that the user's values add, in a list or under a key. */
function mountsOf({ hub }: Settings): [path: string, mountPath: string][] {
  const given = valueAt(hub.values, ["singleuser", "storage", "extraVolumeMounts"]);
  const written = `${ROOT}.storage.extraVolumeMounts`;
  const mounts: [string, unknown][] = Array.isArray(given)
    ? given.map((mount, index) => [`${written}[${index}]`, mount])
    : Object.entries(isRecord(given) ? given : {}).map(([key, mount]) => [`${written}.${key}`, mount]);
  return mounts.flatMap(([path, mount]): [string, string][] =>
    isRecord(mount) && typeof mount.mountPath === "string" ? [[`${path}.mountPath`, mount.mountPath]] : [],
  );
}

/** A path without what changes nothing in it. */
const plain = (path: string): string =>
  path.split("/").reduce((above, part) => {
    if (part === "" || part === ".") return above;
    return part === ".." ? above.replace(/\/[^/]*$/, "") : `${above}/${part}`;
  }, "");

/** A chown of everything in the home meets the folders, which are read-only: start.sh ends, and with it the server. */
function chownedInto({ userMode, provisioning, hub }: Settings): Fault[] {
  const options = valueAt(hub.values, ["singleuser", "extraEnv", "CHOWN_HOME_OPTS"]);
  const path = `${ROOT}.extraEnv.CHOWN_HOME_OPTS`;
  const isRecursive = typeof options === "string" && /(^|\s)(-\w*R|--recursive)/.test(options);
  if (!isRecursive || userMode !== UserMode.Root || provisioning !== Provisioning.Static) return [];
  return [
    {
      path,
      rule: "must not go into the home's directories as long as there are shared folders in it (`sharedFolders`)",
      got: show(options, path),
      fix: "Leave it out; `fixOwners: files` gives every file to `posix` once.",
    },
  ];
}
