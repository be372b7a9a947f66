import type { Manifest } from "./manifest.ts";

/** The simulated region and its zones: the same as those of the seeded network. */
export const region = "us-east-1";
export const zones = ["us-east-1a", "us-east-1b", "us-east-1c"] as const;

/** Names the block storage class of the simulated cluster, and who makes its volumes. */
export const blockStorage = { className: "gp3", provisioner: "ebs.csi.aws.com" } as const;

/** A node that only pretends: kwok keeps it ready and its pods running. */
export function simulatedNode(zone: string): Manifest {
  const name = `local-${zone}`;
  const capacity = { cpu: "16", memory: "64Gi", pods: "110", "ephemeral-storage": "100Gi" };
  return {
    apiVersion: "v1",
    kind: "Node",
    metadata: {
      name,
      annotations: { "kwok.x-k8s.io/node": "fake" },
      labels: {
        "kubernetes.io/arch": "amd64",
        "kubernetes.io/hostname": name,
        "kubernetes.io/os": "linux",
        "node.kubernetes.io/instance-type": "m7i.4xlarge",
        "topology.kubernetes.io/region": region,
        "topology.kubernetes.io/zone": zone,
      },
    },
    status: { capacity, allocatable: capacity },
  };
}

/**
 * EKS makes it with a cluster, for Fargate; so a driver's release that has it as a part of its own is refused.
 * https://github.com/kubernetes-sigs/aws-efs-csi-driver/issues/267
 */
export const efsCsiDriver: Manifest = {
  apiVersion: "storage.k8s.io/v1",
  kind: "CSIDriver",
  metadata: { name: "efs.csi.aws.com" },
  spec: { attachRequired: false },
};

/** The class that most EKS clusters keep databases on; here `local/cluster/blockVolumes.ts` makes its volumes. */
export const blockStorageClass: Manifest = {
  apiVersion: "storage.k8s.io/v1",
  kind: "StorageClass",
  metadata: {
    name: blockStorage.className,
    annotations: { "storageclass.kubernetes.io/is-default-class": "true" },
  },
  provisioner: blockStorage.provisioner,
  parameters: { type: "gp3" },
  reclaimPolicy: "Delete",
  volumeBindingMode: "WaitForFirstConsumer",
  allowVolumeExpansion: true,
};
