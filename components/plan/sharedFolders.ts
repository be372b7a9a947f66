import type { Writers } from "../settings/choices.ts";
import { sharedClaim } from "../settings/names.ts";
import type { Settings } from "../settings/settings.ts";
import { planAccessPoint } from "./accessPoint.ts";
import { HOME } from "./homePaths.ts";
import { type HomesPlace, onlyZone } from "./homesPlace.ts";
import type { HomesSettings } from "./homesSettings.ts";
import type { AccessPath } from "./plan.ts";
import { planClaim, planVolume } from "./volume.ts";

/** The directory in a server that holds the shared folders. */
export const SHARED = `${HOME}/shared`;

/** A directory beside the homes: no user's home can have its name, as none begins with `_`. */
export interface SharedFolder {
  readonly name: string;
  /** Its directory in `homesPath`. */
  readonly directory: string;
  /** In a server. */
  readonly mountPath: string;
  readonly writers: Writers;
  /** Dynamic: its claim, and the name of its volume in a server. */
  readonly claim: string;
}

/** The shared folders of a hub, by name in order, so that the order of a stack file changes nothing. */
export const sharedFolders = ({ sharedFolders: folders }: Pick<Settings, "sharedFolders">): SharedFolder[] =>
  Object.entries(folders)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, { writers }]) => ({
      name,
      directory: `_${name}`,
      mountPath: `${SHARED}/${name}`,
      writers,
      claim: sharedClaim(name),
    }));

/** Where a folder lies on the file system: the same in all four cells. */
export const sharedPath = ({ homesPath }: Pick<Settings, "homesPath">, { directory }: SharedFolder): string =>
  `${homesPath}/${directory}`;

/**
 * How dynamic servers reach a shared folder: they hold no volume that it could be a part of. EFS makes the directory at the
 * first mount, and never changes one that is there.
 * https://docs.aws.amazon.com/efs/latest/ug/enforce-root-directory-access-point.html
 */
export function planSharedPath(settings: HomesSettings, folder: SharedFolder, place: HomesPlace): AccessPath {
  const { namespace } = settings.hub;
  const { name, claim } = folder;
  const homesPath = sharedPath(settings, folder);
  const accessPoint = planAccessPoint({ ...settings, homesPath }, "enforced", place);
  return {
    accessPoint: {
      ...accessPoint,
      tags: { ...accessPoint.tags, Name: `${namespace}-shared-${name}` },
    },
    persistentVolume: planVolume(namespace, claim, onlyZone(settings, place), settings.access),
    persistentVolumeClaim: planClaim(namespace, claim),
  };
}
