import type { Fault } from "../../settings/fault.ts";
import type { Settings } from "../../settings/settings.ts";
import { show } from "../../settings/show.ts";
import { mountedZones } from "../mountTargets.ts";
import { KNOWN_AFTER_UP } from "../plan.ts";
import type { Site } from "../site.ts";

const CREATE_MISSING = "fileSystem.existing.createMissingMountTargets";

/** Whether every zone where nodes run has a mount target of the existing file system, or gets one. */
export function zoneFaults(
  settings: Pick<Settings, "fileSystem">,
  { subnets, existingFileSystem: place }: Pick<Site, "subnets" | "existingFileSystem">,
): Fault[] {
  const { existing } = settings.fileSystem;
  if (place === undefined || place === KNOWN_AFTER_UP || subnets === undefined) return [];
  if (existing === undefined) return [forNothing];
  const id = show(existing.id, "fileSystem.existing.id");
  const zones = mountedZones(settings, subnets, place);
  const { oneZone } = place;
  if (oneZone !== undefined && zones.length === 0) {
    return [
      {
        path: "fileSystem.existing.id",
        rule: `must be in a zone where nodes run (${Object.keys(subnets).sort().join(", ")}), and is a One Zone file system in ${oneZone}`,
        got: id,
        fix: `Give a subnet of ${oneZone} with nodes in it, or move the homes to a file system that is in every zone.`,
      },
    ];
  }
  const missing = zones.filter((zone) => place.mountTargets[zone] === undefined);
  if (missing.length === 0 || existing.createMissingMountTargets) return [];
  return [
    {
      path: CREATE_MISSING,
      rule: `must be true while the file system ${id} has no mount target of its owner's in ${missing.join(", ")}: servers there cannot mount`,
      got: "false",
      fix: "Say true, and they are made, with a security group that lets the nodes in; or make them (aws efs create-mount-target); or leave out the subnets of zones without nodes.",
    },
  ];
}

const forNothing: Fault = {
  path: "existingFileSystem",
  rule: "is only for a file system that `fileSystem.existing` names",
  got: "one for a new file system",
  fix: "Remove it, or name the file system.",
};
