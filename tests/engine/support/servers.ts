import { CreateAccessPointCommand, DeleteAccessPointCommand } from "@aws-sdk/client-efs";
import { V1OwnerReference } from "@kubernetes/client-node";
import { serversAnchor } from "../../../components/settings/names.ts";
import { efs } from "./cloud.ts";
import { core, create, storage, until } from "./cluster.ts";

/** A user's server, as the hub would start it: a pod that holds the claim of the user's home. */
export interface Server {
  readonly uid: string;
  /** Whether it runs still, and is the same pod. */
  isRunning(): Promise<boolean>;
}

const name = "jupyter-alice";

/** What the hub makes each server belong to, by the configuration that it has from us. */
async function anchor(namespace: string): Promise<V1OwnerReference[]> {
  const { items } = await core.listNamespacedConfigMap({ namespace });
  return items
    .filter(({ metadata }) => metadata?.name === serversAnchor)
    .map(({ metadata }) =>
      Object.assign(new V1OwnerReference(), {
        apiVersion: "v1",
        kind: "ConfigMap",
        name: serversAnchor,
        uid: metadata?.uid ?? "",
        blockOwnerDeletion: true,
      }),
    );
}

/** Starts a server on a claim, and waits until it runs. */
export async function startServer(namespace: string, claimName: string, subPath?: string): Promise<Server> {
  const created = await create({
    apiVersion: "v1",
    kind: "Pod",
    metadata: {
      name,
      namespace,
      labels: { app: "jupyterhub", component: "singleuser-server" },
      ownerReferences: await anchor(namespace),
    },
    spec: {
      containers: [
        {
          name: "notebook",
          image: "quay.io/jupyter/base-notebook",
          volumeMounts: [
            { name: "home", mountPath: "/home/jovyan", ...(subPath !== undefined && { subPath }) },
          ],
        },
      ],
      volumes: [{ name: "home", persistentVolumeClaim: { claimName } }],
    },
  });
  const uid = created.metadata?.uid ?? "";
  const isRunning = async () => {
    const pod = await core.readNamespacedPod({ name, namespace }).catch(() => undefined);
    return (
      pod?.metadata?.uid === uid &&
      pod.status?.phase === "Running" &&
      pod.metadata.deletionTimestamp === undefined
    );
  };
  await until(isRunning);
  return { uid, isRunning };
}

/** A home that the driver made for a claim: its controller is not in the local environment, so the test is it. */
export interface DrivenHome {
  readonly volume: string;
  readonly accessPointId: string;
  /** Removes what outlives the stack: the volume is retained, and with it the access point. */
  remove(): Promise<void>;
}

/** Claims a home as the hub would in dynamic provisioning, and provisions it as the driver would. */
export async function claimHome(
  {
    namespace,
    storageClassName,
    fileSystemId,
  }: { namespace: string; storageClassName: string; fileSystemId: string },
  claim: string,
): Promise<DrivenHome> {
  const { AccessPointId: accessPointId = "" } = await efs.send(
    new CreateAccessPointCommand({
      ClientToken: claim,
      FileSystemId: fileSystemId,
      Tags: [{ Key: "efs.csi.aws.com/cluster", Value: "true" }],
    }),
  );
  const { reclaimPolicy } = await storage.readStorageClass({ name: storageClassName });
  const spec = { accessModes: ["ReadWriteMany"], storageClassName };
  const size = { storage: "10Gi" };
  const created = await create({
    apiVersion: "v1",
    kind: "PersistentVolumeClaim",
    metadata: { name: claim, namespace },
    spec: { ...spec, resources: { requests: size } },
  });
  const volume = `pvc-${created.metadata?.uid ?? ""}`;
  await create({
    apiVersion: "v1",
    kind: "PersistentVolume",
    metadata: { name: volume, annotations: { "pv.kubernetes.io/provisioned-by": "efs.csi.aws.com" } },
    spec: {
      ...spec,
      capacity: size,
      persistentVolumeReclaimPolicy: reclaimPolicy,
      claimRef: { apiVersion: "v1", kind: "PersistentVolumeClaim", namespace, name: claim },
      csi: { driver: "efs.csi.aws.com", volumeHandle: `${fileSystemId}::${accessPointId}` },
    },
  });
  return {
    volume,
    accessPointId,
    remove: async () => {
      await core.deletePersistentVolume({ name: volume });
      await efs.send(new DeleteAccessPointCommand({ AccessPointId: accessPointId })).catch(() => undefined);
      await until(async () =>
        (await core.listPersistentVolume()).items.every(({ metadata }) => metadata?.name !== volume),
      );
    },
  };
}
