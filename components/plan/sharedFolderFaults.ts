import { Provisioning, UserMode, Writers } from "../settings/choices.ts";
import type { Fault } from "../settings/fault.ts";
import { valueAt } from "../settings/path.ts";
import { show } from "../settings/show.ts";
import type { Settings } from "../settings/settings.ts";
import { HOMES_VOLUME } from "./isolation/homeVolume.ts";
import { isOfVolume, subPathsOf } from "./isolation/userMounts.ts";
import { plainPath } from "./mountPaths.ts";
import { SHARED, sharedFolders } from "./sharedFolders.ts";
import { EACH, fieldOf, valuesAt, type Written } from "./valuesAt.ts";

const ROOT = "hub.values.singleuser";

/** The user's values that would hide a shared folder, or stop the servers that have one. */
export function sharedFolderFaults(settings: Settings): Fault[] {
  if (Object.keys(settings.sharedFolders).length === 0) return [];
  return [...mountedOver(settings), ...mountedToWrite(settings), ...chownedInto(settings)];
}

/** Mounts at the place of the folders, or inside of one: it is not theirs that a user would find there. */
function mountedOver(settings: Settings): Fault[] {
  const taken = sharedFolders(settings).map(({ mountPath }) => mountPath);
  return mounts(settings, "mountPath").flatMap(({ path, value: mountPath }) => {
    if (typeof mountPath !== "string") return [];
    const place = plainPath(mountPath);
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

/** What the user's values say of the mounts that they add. */
const mounts = ({ hub }: Settings, ...field: readonly string[]): Written[] =>
  valuesAt(hub.values, ["singleuser", "storage", "extraVolumeMounts", EACH, ...field], "hub.values");

/** Other ways into a folder, by which everybody would write. */
function mountedToWrite(settings: Settings): Fault[] {
  const readOnly = sharedFolders(settings).filter(({ writers }) => writers !== Writers.Everyone);
  const isStatic = settings.provisioning === Provisioning.Static;
  return mounts(settings).flatMap(({ path, value }) => {
    const isOne = readOnly.some(({ claim, directory }) =>
      isStatic
        ? isOfVolume(value, HOMES_VOLUME) &&
          subPathsOf(value).some(
            (subPath) => typeof subPath === "string" && `${plainPath(subPath)}/`.startsWith(`/${directory}/`),
          )
        : isOfVolume(value, claim),
    );
    const given = fieldOf(value, "readOnly");
    if (!isOne || (given.length > 0 && given.every((one) => one === true))) return [];
    return [
      {
        path,
        rule: "must be read-only, as the shared folder is to all but its writers (`sharedFolders`)",
        got: show(value, path),
        fix: "Give it `readOnly: true`, or the folder other `writers`.",
      },
    ];
  });
}

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
