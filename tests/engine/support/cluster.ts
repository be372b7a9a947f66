import {
  AppsV1Api,
  BatchV1Api,
  CoreV1Api,
  KubeConfig,
  KubernetesObjectApi,
  NetworkingV1Api,
  RbacAuthorizationV1Api,
  StorageV1Api,
  type KubernetesObject,
  type V1OwnerReference,
} from "@kubernetes/client-node";

/** How the environment is reached. */
export const kubeconfig = new KubeConfig();
kubeconfig.loadFromDefault();

/** The API server of the environment that the test runs in. */
export const core = kubeconfig.makeApiClient(CoreV1Api);
export const batch = kubeconfig.makeApiClient(BatchV1Api);
export const storage = kubeconfig.makeApiClient(StorageV1Api);
export const networking = kubeconfig.makeApiClient(NetworkingV1Api);
export const apps = kubeconfig.makeApiClient(AppsV1Api);
const rbac = kubeconfig.makeApiClient(RbacAuthorizationV1Api);

const objects = KubernetesObjectApi.makeApiClient(kubeconfig);

/** An object to make, as one writes it in YAML. */
export interface Manifest {
  apiVersion: string;
  kind: string;
  metadata: {
    name: string;
    namespace?: string;
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
    ownerReferences?: V1OwnerReference[];
  };
  spec: object;
}

/** Makes an object of any kind. */
export const create = (manifest: Manifest): Promise<KubernetesObject> => objects.create(manifest);

/** What the API server says of an object, which is not made. */
export const judge = (manifest: Manifest): Promise<KubernetesObject> =>
  objects.create(manifest, undefined, "All");

/** What Kubernetes makes by itself, in every namespace. */
const byItself = new Set(["kube-root-ca.crt", "default"]);

/** Everything in the cluster that somebody made, as `Kind namespace/name`, sorted. */
export async function objectsInCluster(): Promise<string[]> {
  const lists: Record<string, Promise<{ items: KubernetesObject[] }>> = {
    Namespace: core.listNamespace(),
    PersistentVolume: core.listPersistentVolume(),
    PersistentVolumeClaim: core.listPersistentVolumeClaimForAllNamespaces(),
    Pod: core.listPodForAllNamespaces(),
    Service: core.listServiceForAllNamespaces(),
    Secret: core.listSecretForAllNamespaces(),
    ConfigMap: core.listConfigMapForAllNamespaces(),
    ServiceAccount: core.listServiceAccountForAllNamespaces(),
    Deployment: apps.listDeploymentForAllNamespaces(),
    DaemonSet: apps.listDaemonSetForAllNamespaces(),
    Role: rbac.listRoleForAllNamespaces(),
    RoleBinding: rbac.listRoleBindingForAllNamespaces(),
    ClusterRole: rbac.listClusterRole(),
    ClusterRoleBinding: rbac.listClusterRoleBinding(),
    StorageClass: storage.listStorageClass(),
    CSIDriver: storage.listCSIDriver(),
  };
  const found = await Promise.all(
    Object.entries(lists).map(async ([kind, list]) =>
      (await list).items
        .filter(({ metadata }) => !byItself.has(metadata?.name ?? ""))
        .map(({ metadata }) => `${kind} ${metadata?.namespace ?? ""}/${metadata?.name ?? ""}`),
    ),
  );
  return found.flat().sort();
}

/** Asks until the answer is there. The test's own time limit ends it. */
export async function until<T>(what: () => Promise<T | undefined | false>): Promise<T> {
  for (;;) {
    const answer = await what();
    if (answer !== undefined && answer !== false) return answer;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
