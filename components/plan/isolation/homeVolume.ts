import { Provisioning } from "../../settings/choices.ts";
import type { Fault } from "../../settings/fault.ts";
import type { Settings } from "../../settings/settings.ts";
import { show } from "../../settings/show.ts";
import { HOME } from "../homePaths.ts";
import { isAtOrAbove } from "../mountPaths.ts";
import { EACH, fieldOf, valuesAt, type Written } from "../valuesAt.ts";

/** The chart's name for the volume of all homes, in static provisioning. */
export const HOMES_VOLUME = "home";

/** The chart's own name for the volume of a user's home, in dynamic provisioning. */
const VOLUME_NAME_TEMPLATE = "volume-{user_server}";

export type HomeVolumeSettings = Pick<Settings, "provisioning"> & {
  readonly hub: Pick<Settings["hub"], "values">;
};

/** The volume that has a user's home, by which the chart knows its mount as well. */
export function homeVolume({ provisioning, hub }: HomeVolumeSettings): string {
  if (provisioning === Provisioning.Static) return HOMES_VOLUME;
  const [template] = fieldOf(hub.values, "singleuser", "storage", "dynamic", "volumeNameTemplate");
  return typeof template === "string" ? template : VOLUME_NAME_TEMPLATE;
}

/** Volumes and mounts that would take the place of the home's own. */
export function homeVolumeFaults(settings: HomeVolumeSettings): Fault[] {
  const name = homeVolume(settings);
  const { values } = settings.hub;
  const storage = (...path: string[]) => valuesAt(values, ["singleuser", "storage", ...path], "hub.values");
  const isInList = ({ path }: Written) => path.endsWith("]");
  const taken = [
    ...storage("extraVolumes", name).map((found) => ({
      ...found,
      what: "volume",
      by: isInList(found) ? "name" : "key",
    })),
    ...storage("extraVolumes", EACH)
      .filter((found) => !isInList(found))
      .flatMap(({ path, value }) => valuesAt(value, ["name"], path))
      .filter(({ value }) => value === name)
      .map((found) => ({ ...found, what: "volume", by: "name" })),
    // Mounts of a list get keys of their own.
    ...storage("extraVolumeMounts", name)
      .filter((found) => !isInList(found))
      .map((found) => ({ ...found, what: "mount", by: "key" })),
  ];
  return [
    ...taken.map(({ path, value, what, by }) => ({
      path,
      rule: `may not be set, because it would replace the ${what} of the home`,
      got: show(value, path),
      fix: `give the ${what} another ${by}`,
    })),
    ...storage("extraVolumeMounts", EACH, "mountPath")
      .filter(({ value }) => typeof value === "string" && isAtOrAbove(value, HOME))
      .map(({ path, value }) => ({
        path,
        rule: `must not be ${HOME}, nor lie above it, because it would hide the home`,
        got: show(value, path),
        fix: `mount it elsewhere: a directory in ${HOME} will do`,
      })),
  ];
}
