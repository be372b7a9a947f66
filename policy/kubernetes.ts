import type { Resource } from "./rule.ts";
import { at, isProperties, items, type Properties, type Value } from "./value.ts";

/** https://github.com/kubernetes-sigs/aws-efs-csi-driver */
export const efsDriver = "efs.csi.aws.com";

/** An object of Kubernetes that a resource has: itself, or one of a list. */
export interface KubernetesObject {
  readonly props: Properties;
  /** What comes before a path in it: `items.0.` in a list. */
  readonly within: string;
  /** Whether it says a part only, and leaves the rest as it is. */
  readonly isPatch: boolean;
}

/** Volumes that the EFS driver mounts. */
export const efsVolumes = (resource: Resource): readonly KubernetesObject[] =>
  objects(resource, /^kubernetes:core\/[^:]+:PersistentVolume(List|Patch)?$/).filter(
    ({ props }) => at(props, "spec", "csi", "driver") === efsDriver,
  );

/** Classes whose volumes the EFS driver makes. */
export const efsClasses = (resource: Resource): readonly KubernetesObject[] =>
  objects(resource, /^kubernetes:storage\.k8s\.io\/[^:]+:StorageClass(List|Patch)?$/).filter(
    ({ props }) => props.provisioner === efsDriver,
  );

function objects({ type, props }: Resource, pattern: RegExp): readonly KubernetesObject[] {
  const form = pattern.exec(type);
  if (form === null) return [];
  if (form[1] !== "List") return [{ props, within: "", isPatch: form[1] === "Patch" }];
  return items(props.items).flatMap((item, index) =>
    isProperties(item) ? [{ props: item, within: `items.${index}.`, isPatch: false }] : [],
  );
}

/** Whether it has a chart's values: https://www.pulumi.com/registry/packages/kubernetes/api-docs/helm/ */
export const hasChartValues = (type: string): boolean =>
  /^kubernetes:helm\.sh\/[^:]+:(Release|Chart)$/.test(type);

/** A volume's mount options, in lower case as the driver takes them. */
export const mountOptions = (options: Value): readonly string[] =>
  items(options)
    .filter((option) => typeof option === "string")
    .map((option) => option.toLowerCase());
