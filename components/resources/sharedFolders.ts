import type * as pulumi from "@pulumi/pulumi";
import type { HomesSettings } from "../plan/homesSettings.ts";
import { planSharedPath, sharedFolders } from "../plan/sharedFolders.ts";
import { makeVolume, type MadeVolume, type VolumesPlace } from "./homeVolumes.ts";

/**
 * The access point and the volume of each shared folder, for dynamic servers. They are only ways to it, and none is protected:
 * a folder is taken out by taking it out of the settings, and its files stay.
 */
export const makeSharedVolumes = (
  name: string,
  settings: HomesSettings,
  place: VolumesPlace,
  opts: pulumi.CustomResourceOptions,
): MadeVolume[] =>
  sharedFolders(settings).map((folder) =>
    makeVolume(`${name}-shared-${folder.name}`, planSharedPath(settings, folder, place), place, opts),
  );
