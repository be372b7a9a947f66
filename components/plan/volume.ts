import { Access } from "../settings/choices.ts";
import { KNOWN_AFTER_UP, type PersistentVolumeClaimManifest, type PersistentVolumeManifest } from "./plan.ts";

/** https://github.com/kubernetes-sigs/aws-efs-csi-driver */
export const EFS_CSI_DRIVER = "efs.csi.aws.com";

/** EFS grows by itself and ignores the size; Kubernetes wants one, equal on both sides. */
const size = { storage: "1Gi" };

/** Volumes are cluster-scoped, so the namespace is in the name. */
const volumeName = (namespace: string, claim: string): string => `${namespace}-${claim}`;

/**
 * The volume of a claim, reserved for it. Never an fsType: with one, the kubelet would re-group every file.
 * https://kubernetes.io/docs/concepts/storage/persistent-volumes/#reserving-a-persistentvolume
 */
export const planVolume = (
  namespace: string,
  claim: string,
  oneZone: string | undefined,
  access: Access,
): PersistentVolumeManifest => ({
  apiVersion: "v1",
  kind: "PersistentVolume",
  metadata: { name: volumeName(namespace, claim) },
  spec: {
    capacity: size,
    volumeMode: "Filesystem",
    accessModes: ["ReadWriteMany"],
    persistentVolumeReclaimPolicy: "Retain",
    storageClassName: "",
    ...mountOptions(access),
    claimRef: { apiVersion: "v1", kind: "PersistentVolumeClaim", namespace, name: claim },
    csi: { driver: EFS_CSI_DRIVER, volumeHandle: KNOWN_AFTER_UP },
    ...(oneZone !== undefined && { nodeAffinity: { required: onlyIn(oneZone) } }),
  },
});

/**
 * With `iam` the driver mounts by the role of its node pods, and without it nobody knows who mounts. TLS needs no word:
 * the driver's mounts have it. https://github.com/kubernetes-sigs/aws-efs-csi-driver/blob/master/docs/README.md#encryption-in-transit
 */
export const mountOptions = (access: Access): { readonly mountOptions?: string[] } =>
  access === Access.Iam ? { mountOptions: ["iam"] } : {};

/** A One Zone file system has one mount target: servers have to run where it is. */
const onlyIn = (zone: string) => ({
  nodeSelectorTerms: [
    { matchExpressions: [{ key: "topology.kubernetes.io/zone", operator: "In", values: [zone] }] },
  ],
});

/** The claim that every server of a static hub mounts. */
export const planClaim = (namespace: string, claim: string): PersistentVolumeClaimManifest => ({
  apiVersion: "v1",
  kind: "PersistentVolumeClaim",
  metadata: { name: claim, namespace },
  spec: {
    accessModes: ["ReadWriteMany"],
    storageClassName: "",
    volumeName: volumeName(namespace, claim),
    resources: { requests: size },
  },
});
