import type { Resource } from "./rule.ts";
import { at, type Value } from "./value.ts";

/** https://github.com/kubernetes-sigs/aws-efs-csi-driver */
export const efsDriver = "efs.csi.aws.com";

export const volumeType = "kubernetes:core/v1:PersistentVolume";
export const storageClassType = "kubernetes:storage.k8s.io/v1:StorageClass";
export const releaseType = "kubernetes:helm.sh/v3:Release";

/** Whether it is a volume that the EFS driver mounts. */
export const isEfsVolume = ({ type, props }: Resource): boolean =>
  type === volumeType && at(props, "spec", "csi", "driver") === efsDriver;

/** Whether it is a class whose volumes the EFS driver makes. */
export const isEfsClass = ({ type, props }: Resource): boolean =>
  type === storageClassType && props.provisioner === efsDriver;

/** A volume's mount options, in lower case as the driver takes them. */
export const mountOptions = (options: Value): readonly string[] =>
  (Array.isArray(options) ? (options as readonly Value[]) : [])
    .filter((option) => typeof option === "string")
    .map((option) => option.toLowerCase());
