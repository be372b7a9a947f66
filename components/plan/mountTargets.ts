import type { Settings } from "../settings/settings.ts";
import { onlyZone } from "./homesPlace.ts";
import { type ExistingMountTargetPlan, type FileSystemPlan, KNOWN_AFTER_UP, type PerKey } from "./plan.ts";
import type { ExistingPlace, Site } from "./site.ts";

/**
 * A mount target in each zone; a One Zone file system has its single one in its own. On an existing file system those
 * that are missing, and only if it is said that they are to be made.
 */
export function planMountTargets(
  settings: Pick<Settings, "fileSystem">,
  { subnets, existingFileSystem: place }: Pick<Site, "subnets" | "existingFileSystem">,
): FileSystemPlan["mountTargets"] {
  const { existing } = settings.fileSystem;
  if (existing?.createMissingMountTargets === false) return {};
  if (subnets === undefined || (existing && place === KNOWN_AFTER_UP)) return KNOWN_AFTER_UP;
  const there = existing && place !== KNOWN_AFTER_UP ? place : undefined;
  return Object.fromEntries(
    mountedZones(settings, subnets, there)
      .filter((zone) => there?.mountTargets[zone] === undefined)
      .map((zone) => [zone, { subnetId: subnets[zone] ?? KNOWN_AFTER_UP }]),
  );
}

/** The zones from which homes are to be mounted, sorted. */
export function mountedZones(
  settings: Pick<Settings, "fileSystem">,
  subnets: Readonly<Record<string, unknown>>,
  place: Pick<ExistingPlace, "oneZone"> | undefined,
): string[] {
  const only = onlyZone(settings, place ?? {});
  return Object.keys(subnets)
    .filter((zone) => only === undefined || zone === only)
    .sort();
}

/** The mount targets that are somebody else's. */
export function planExistingMountTargets({
  subnets,
  existingFileSystem: place,
}: Pick<Site, "subnets" | "existingFileSystem">): PerKey<ExistingMountTargetPlan> {
  if (subnets === undefined || place === KNOWN_AFTER_UP) return KNOWN_AFTER_UP;
  return Object.fromEntries(
    Object.entries(place?.mountTargets ?? {}).map(([zone, { id, subnetId }]) => [
      zone,
      { id, ...(subnetId !== undefined && { subnetId }) },
    ]),
  );
}
