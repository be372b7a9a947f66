import { DataProtection } from "../settings/choices.ts";
import { homesStorageClass } from "../settings/names.ts";
import { type HomesPlace, onlyZone } from "./homesPlace.ts";
import type { HomesSettings } from "./homesSettings.ts";
import { KNOWN_AFTER_UP, type StorageClassManifest } from "./plan.ts";
import { EFS_CSI_DRIVER, mountOptions } from "./volume.ts";

/**
 * The class that makes an access point, and so a home, for each user's claim. The directory is the claim's name and
 * nothing else: a claim that is made again finds its home again.
 * https://github.com/kubernetes-sigs/aws-efs-csi-driver/blob/master/docs/parameters.md
 */
export const planStorageClass = (
  {
    posix,
    fileSystem,
    homesPath,
    hub,
    access,
    dataProtection,
  }: Pick<HomesSettings, "posix" | "fileSystem" | "homesPath" | "hub" | "access" | "dataProtection">,
  place: HomesPlace = {},
): StorageClassManifest => ({
  apiVersion: "storage.k8s.io/v1",
  kind: "StorageClass",
  metadata: { name: homesStorageClass(hub.namespace) },
  provisioner: EFS_CSI_DRIVER,
  // With Delete, the driver takes away what it made as claims go, also the homes if it was told to. On a file system of somebody
  // else's they are not the stack's to delete: `planVolumesEnd` asks the driver first.
  reclaimPolicy: dataProtection === DataProtection.Delete && fileSystem.create ? "Delete" : "Retain",
  volumeBindingMode: "Immediate",
  allowVolumeExpansion: false,
  ...mountOptions(access),
  parameters: {
    provisioningMode: "efs-ap",
    fileSystemId: KNOWN_AFTER_UP,
    directoryPerms: "700",
    uid: String(posix.uid),
    gid: String(posix.gid),
    basePath: homesPath,
    // The driver's own field, not ours to fill.
    subPathPattern: "${.PVC.name}",
    ensureUniqueDirectory: "false",
    // The driver binds each volume to the zone of a One Zone file system's single mount target.
    ...(onlyZone({ fileSystem }, place) !== undefined && { enforceZoneAffinity: "true" }),
  },
});
