import {
  ApiException,
  type CoreV1Api,
  type KubeConfig,
  KubernetesObjectApi,
  makeInformer,
  type V1PersistentVolume,
  type V1PersistentVolumeClaim,
} from "@kubernetes/client-node";
import { keepWatching } from "./keepWatching.ts";
import type { Manifest } from "./manifest.ts";
import { blockStorage } from "./nodes.ts";

/** Both are how Kubernetes and an external provisioner talk about a claim. */
const selectedNode = "volume.kubernetes.io/selected-node";
const provisionedBy = "pv.kubernetes.io/provisioned-by";

/** Makes a volume for each claim of the block storage class once a pod wants it, and deletes it after its claim. */
export async function watchBlockVolumes(config: KubeConfig, core: CoreV1Api): Promise<void> {
  const objects = KubernetesObjectApi.makeApiClient(config);
  const claims = makeInformer(config, "/api/v1/persistentvolumeclaims", () =>
    core.listPersistentVolumeClaimForAllNamespaces(),
  );
  await keepWatching(claims, async (claim) => {
    if (needsVolume(claim)) await unless(409, objects.create(volumeFor(claim)));
  });
  const volumes = makeInformer(config, "/api/v1/persistentvolumes", () => core.listPersistentVolume());
  await keepWatching(volumes, async (volume) => {
    if (isDone(volume)) await unless(404, core.deletePersistentVolume({ name: volume.metadata?.name ?? "" }));
  });
}

/** Whether the scheduler has chosen a node for the first pod of a claim of ours that has no volume yet. */
export function needsVolume(claim: V1PersistentVolumeClaim): boolean {
  const annotations = claim.metadata?.annotations ?? {};
  return (
    claim.spec?.storageClassName === blockStorage.className &&
    (claim.spec.volumeName ?? "") === "" &&
    annotations[selectedNode] !== undefined &&
    claim.metadata?.deletionTimestamp === undefined
  );
}

export function volumeFor(claim: V1PersistentVolumeClaim): Manifest {
  const { metadata } = claim;
  const uid = metadata?.uid ?? "";
  return {
    apiVersion: "v1",
    kind: "PersistentVolume",
    metadata: { name: `pvc-${uid}`, annotations: { [provisionedBy]: blockStorage.provisioner } },
    spec: {
      capacity: { storage: claim.spec?.resources?.requests?.storage ?? "1Gi" },
      accessModes: claim.spec?.accessModes ?? ["ReadWriteOnce"],
      persistentVolumeReclaimPolicy: "Delete",
      storageClassName: blockStorage.className,
      claimRef: {
        apiVersion: "v1",
        kind: "PersistentVolumeClaim",
        name: metadata?.name,
        namespace: metadata?.namespace,
        uid,
      },
      // No pod really runs, so nothing is ever written there.
      hostPath: { path: `/var/lib/local-volumes/${uid}` },
    },
  };
}

/** Whether a volume of ours has outlived its claim. */
export function isDone(volume: V1PersistentVolume): boolean {
  return (
    volume.status?.phase === "Released" &&
    volume.spec?.persistentVolumeReclaimPolicy === "Delete" &&
    volume.metadata?.annotations?.[provisionedBy] === blockStorage.provisioner &&
    volume.metadata.deletionTimestamp === undefined
  );
}

async function unless(expected: number, request: Promise<unknown>): Promise<void> {
  try {
    await request;
  } catch (error) {
    if (!(error instanceof ApiException && error.code === expected)) throw error;
  }
}
