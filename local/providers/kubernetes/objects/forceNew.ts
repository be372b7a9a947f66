import { at, type Manifest } from "../cluster/manifest.ts";
import { groupVersion, type Kind } from "../cluster/kind.ts";
import { isList, type Value } from "../../engine/values.ts";

/** What the provider's configuration says about data that is immutable by default. */
export interface Mutability {
  readonly secrets: boolean;
  readonly configMaps: boolean;
}

const selector = ["spec.selector"];
const volumeSources = [
  ...[
    "awsElasticBlockStore",
    "azureDisk",
    "azureFile",
    "cephfs",
    "cinder",
    "csi",
    "fc",
    "flexVolume",
    "flocker",
  ],
  ...[
    "gcePersistentDisk",
    "glusterfs",
    "hostPath",
    "iscsi",
    "local",
    "nfs",
    "photonPersistentDisk",
    "portworxVolume",
  ],
  ...["quobyte", "rbd", "scaleIO", "storageos", "vsphereVolume"],
].map((name) => `spec.${name}`);

const podFields = [
  ...[
    "affinity",
    "automountServiceAccountToken",
    "dnsConfig",
    "dnsPolicy",
    "enableServiceLinks",
    "hostAliases",
    "hostIPC",
  ],
  ...[
    "hostNetwork",
    "hostPID",
    "hostname",
    "imagePullSecrets",
    "nodeName",
    "nodeSelector",
    "overhead",
    "preemptionPolicy",
  ],
  ...[
    "priority",
    "priorityClassName",
    "readinessGates",
    "restartPolicy",
    "runtimeClassName",
    "schedulerName",
  ],
  ...["securityContext", "serviceAccount", "serviceAccountName", "shareProcessNamespace", "subdomain"],
  ...["terminationGracePeriodSeconds", "volumes"],
].map((name) => `spec.${name}`);

const containerFields = ["containers", "initContainers"].flatMap((list) =>
  [
    ...[
      "args",
      "command",
      "env",
      "image",
      "imagePullPolicy",
      "lifecycle",
      "livenessProbe",
      "ports",
      "readinessProbe",
    ],
    ...[
      "resources",
      "securityContext",
      "stdin",
      "stdinOnce",
      "terminationMessagePath",
      "terminationMessagePolicy",
      "tty",
    ],
    ...["volumeDevices", "volumeMounts", "workingDir"],
  ].map((name) => `spec.${list}[*].${name}`),
);

const statefulSet = [
  "podManagementPolicy",
  "revisionHistoryLimit",
  "selector",
  "serviceName",
  "volumeClaimTemplates",
];

/** Fields whose change makes an object anew, by API group and kind. */
const table: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  "": {
    PersistentVolume: volumeSources,
    PersistentVolumeClaim: ["spec.accessModes", "spec.selector", "spec.storageClassName", "spec.volumeName"],
    Pod: [...podFields, ...containerFields],
    ResourceQuota: ["spec.scopes"],
    Secret: ["type"],
    Service: ["spec.clusterIP"],
  },
  apps: { DaemonSet: selector, Deployment: selector, StatefulSet: statefulSet.map((name) => `spec.${name}`) },
  batch: { Job: ["spec.completions", "spec.parallelism", "spec.selector", "spec.template"] },
  "rbac.authorization.k8s.io": { ClusterRoleBinding: ["roleRef"], RoleBinding: ["roleRef"] },
  "storage.k8s.io": { StorageClass: ["parameters", "provisioner"] },
};

/** The fields of an object whose change makes it anew. */
export function forceNew(
  { apiVersion, kind }: Kind,
  manifest: Manifest,
  mutable: Mutability,
): readonly string[] {
  const { group } = groupVersion(apiVersion);
  const identity = ["metadata.name", "metadata.namespace"];
  const frozen = manifest.immutable === true;
  if (group === "" && kind === "Secret" && (frozen || !mutable.secrets))
    return [...identity, "type", "stringData", "data"];
  if (group === "" && kind === "ConfigMap" && (frozen || !mutable.configMaps))
    return [...identity, "binaryData", "data"];
  return [...identity, ...(table[group]?.[kind] ?? [])];
}

const steps = (path: string): string[] => path.replace(/\[(\*|\d+)\]/g, ".*").split(".");

/** Whether a value has something at a path of steps; `*` is any element of a list. */
function has(value: Value | undefined, path: readonly string[]): boolean {
  const [first, ...rest] = path;
  if (value === undefined || value === null) return false;
  if (first === undefined) return true;
  if (first === "*") return isList(value) && value.some((item) => has(item, rest));
  return has(at(value, first), rest);
}

/**
 * Whether a change touches a field: it is the field, lies below it, or sets something that has it.
 * @param path the changed path, as `spec.csi.volumeHandle`
 * @param news the value that stands there now; undefined when it was taken away
 */
export function touches(path: string, news: Value | undefined, field: string): boolean {
  const [changed, ruled] = [steps(path), steps(field)];
  const shared = Math.min(changed.length, ruled.length);
  if (changed.slice(0, shared).some((step, i) => step !== ruled[i])) return false;
  return changed.length >= ruled.length || has(news, ruled.slice(shared));
}
