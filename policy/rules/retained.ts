import { isEfsClass, isEfsVolume } from "../kubernetes.ts";
import { type Resource, type ResourceRule, saysOneOf } from "../rule.ts";
import { at, type Value } from "../value.ts";

/** Volumes outlive their claims. */
export const retained: ResourceRule = {
  name: "retained",
  description: "Volumes of the EFS driver stay when their claims go",
  url: "https://kubernetes.io/docs/concepts/storage/persistent-volumes/#reclaiming",
  faultsOf: (resource) => {
    const policy = reclaimPolicy(resource);
    if (policy?.value !== "Delete" || saysOneOf(resource, "dataProtection", ["delete"])) return [];
    return [
      `"${policy.path}" is Delete: with its claim goes the volume, and what the driver made for it. Say Retain.`,
    ];
  },
};

/** With what Kubernetes takes where nothing is said: Retain for a volume, Delete for a class. */
function reclaimPolicy(resource: Resource): { readonly path: string; readonly value: Value } | undefined {
  if (isEfsVolume(resource)) {
    const path = "persistentVolumeReclaimPolicy";
    return { path: `spec.${path}`, value: at(resource.props, "spec", path) ?? "Retain" };
  }
  if (!isEfsClass(resource)) return undefined;
  return { path: "reclaimPolicy", value: resource.props.reclaimPolicy ?? "Delete" };
}
