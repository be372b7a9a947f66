import type { Settings } from "../settings/settings.ts";
import { onlyZone } from "./homesPlace.ts";
import { KNOWN_AFTER_UP } from "./plan.ts";
import type { Site } from "./site.ts";

/** The region of a zone, which has its name and a letter; undefined for what is not named like a zone. */
export const regionOfZone = (zone: string): string | undefined =>
  /^([a-z]{2}(?:-[a-z]+)+-\d)[a-z]$/.exec(zone)?.[1];

/** Regions of different partitions know nothing of each other. https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html */
export function partitionOfRegion(region: string): "aws" | "aws-cn" | "aws-us-gov" {
  if (region.startsWith("cn-")) return "aws-cn";
  return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
}

/** The stack's region, as its zones tell it; undefined where none does. https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-regions-availability-zones.html */
export function stackRegion(
  settings: Pick<Settings, "fileSystem">,
  { subnets = {}, existingFileSystem }: Pick<Site, "subnets" | "existingFileSystem">,
): string | undefined {
  const existing = existingFileSystem === KNOWN_AFTER_UP ? {} : { oneZone: existingFileSystem?.oneZone };
  return [...Object.keys(subnets), onlyZone(settings, existing) ?? ""]
    .map(regionOfZone)
    .find((found) => found !== undefined);
}
