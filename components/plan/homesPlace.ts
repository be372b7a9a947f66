import type { Input } from "@pulumi/pulumi";
import type { Settings } from "../settings/settings.ts";
import { KNOWN_AFTER_UP } from "./plan.ts";
import type { Site } from "./site.ts";

/** What homes have to know of the place that they are in. */
export interface HomesPlace {
  /** For the tags. Absent: no tag says whose the access points are. */
  readonly clusterName?: Input<string> | undefined;
  /** The zone of an existing One Zone file system. */
  readonly oneZone?: string | undefined;
}

export const homesPlace = ({
  clusterName,
  existingFileSystem,
}: Pick<Site, "clusterName" | "existingFileSystem">): HomesPlace => ({
  clusterName,
  oneZone: existingFileSystem === KNOWN_AFTER_UP ? undefined : existingFileSystem?.oneZone,
});

/** The only zone in which homes can be mounted; undefined: every zone. */
export const onlyZone = (
  { fileSystem }: Pick<Settings, "fileSystem">,
  { oneZone }: Pick<HomesPlace, "oneZone">,
): string | undefined => (fileSystem.create ? fileSystem.create.oneZone : oneZone);
