import { AccessPoint } from "@pulumi/aws/efs/accessPoint.js";
import type { Namespace } from "@pulumi/kubernetes/core/v1/namespace.js";
import { PersistentVolume } from "@pulumi/kubernetes/core/v1/persistentVolume.js";
import { PersistentVolumeClaim } from "@pulumi/kubernetes/core/v1/persistentVolumeClaim.js";
import { StorageClass } from "@pulumi/kubernetes/storage/v1/storageClass.js";
import * as pulumi from "@pulumi/pulumi";
import { planAccessPaths } from "../plan/homes.ts";
import type { HomesPlace } from "../plan/homesPlace.ts";
import type { HomesSettings } from "../plan/homesSettings.ts";
import type { AccessPath, StorageClassManifest } from "../plan/plan.ts";
import { leavesProvisioning, mayBeRemade } from "../plan/lettingGo.ts";
import { DataProtection } from "../settings/choices.ts";
import type { Enforcement } from "../settings/names.ts";
import { realHubTags } from "./hubTags.ts";
import { leadsToData } from "./protection.ts";

/** An access path whose access point and volume are made, and whose claim is still to come. */
export interface MadeVolume {
  /** Of its resources. */
  readonly name: string;
  readonly accessPoint: AccessPoint;
  readonly volume: PersistentVolume;
  readonly claim: AccessPath["persistentVolumeClaim"];
}

export interface HomeVolume extends MadeVolume {
  readonly enforcement: Enforcement;
}

/** Where access points are made. */
export type VolumesPlace = HomesPlace & { readonly fileSystemId: pulumi.Input<string> };

/** The access point and the volume of one access path. */
export function makeVolume(
  name: string,
  { accessPoint: point, persistentVolume, persistentVolumeClaim }: AccessPath,
  { fileSystemId, clusterName }: VolumesPlace,
  opts: pulumi.CustomResourceOptions,
): MadeVolume {
  const { metadata, spec } = persistentVolume;
  const hubTags = realHubTags(clusterName, persistentVolumeClaim.metadata.namespace);
  const accessPoint = new AccessPoint(
    name,
    { ...point, fileSystemId, tags: { ...point.tags, ...hubTags } },
    opts,
  );
  const volumeHandle = pulumi.interpolate`${fileSystemId}::${accessPoint.id}`;
  const volume = new PersistentVolume(
    name,
    { metadata, spec: { ...spec, csi: { ...spec.csi, volumeHandle } } },
    opts,
  );
  return { name, accessPoint, volume, claim: persistentVolumeClaim };
}

/** The access point and the volume of each access path. */
export function makeVolumes(
  name: string,
  settings: HomesSettings,
  place: VolumesPlace,
  parent: pulumi.CustomResourceOptions,
): HomeVolume[] {
  const moves = mayBeRemade(settings) || leavesProvisioning(settings) !== undefined;
  const opts = { ...parent, ...leadsToData(settings.dataProtection, moves) };
  const paths = planAccessPaths(settings, place);
  return (["enforced", "plain"] as const).map((enforcement) => ({
    enforcement,
    ...makeVolume(`${name}-${enforcement}`, paths[enforcement], place, opts),
  }));
}

/**
 * A claim cannot bind to a volume that was made anew, so it is made anew with it; and before it goes, the volume
 * cannot. The claim goes with its namespace, whose end ends the servers that hold it; alone it would
 * wait for them for ever. Where the namespace stays, it does wait: nothing is taken from under a server.
 */
export const makeClaim = (
  { name, volume, claim: { metadata, spec } }: MadeVolume,
  namespace: Namespace,
  dataProtection: DataProtection,
  opts: pulumi.CustomResourceOptions,
): PersistentVolumeClaim =>
  new PersistentVolumeClaim(
    name,
    {
      metadata: { ...metadata, namespace: namespace.metadata.name },
      spec: { ...spec, volumeName: volume.metadata.name },
    },
    {
      ...opts,
      ...(dataProtection !== DataProtection.Retain && { deletedWith: namespace }),
      replaceWith: [volume],
    },
  );

/** The API server refuses changes of the last two in place, which the provider does not know. */
export const makeStorageClass = (
  name: string,
  { apiVersion: _apiVersion, kind: _kind, parameters, ...manifest }: StorageClassManifest,
  fileSystemId: pulumi.Input<string>,
  opts: pulumi.CustomResourceOptions,
): StorageClass =>
  new StorageClass(
    name,
    { ...manifest, parameters: { ...parameters, fileSystemId } },
    // Its name is fixed, so two of it cannot be; claims that were made by it stay as they are.
    { ...opts, replaceOnChanges: ["reclaimPolicy", "volumeBindingMode"], deleteBeforeReplace: true },
  );
