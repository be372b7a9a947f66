import { efsClasses, efsVolumes } from "../kubernetes.ts";
import { type Resource, type ResourceRule, saysOneOf } from "../rule.ts";
import { at, type Value } from "../value.ts";

/** Volumes outlive their claims. */
export const retained: ResourceRule = {
  name: "retained",
  description: "Volumes of the EFS driver stay when their claims go",
  url: "https://kubernetes.io/docs/concepts/storage/persistent-volumes/#reclaiming",
  faultsOf: (resource) =>
    saysOneOf(resource, "dataProtection", ["delete"])
      ? []
      : reclaimPolicies(resource)
          .filter(({ value }) => value === "Delete")
          .map(
            ({ path }) =>
              `"${path}" is Delete: with its claim goes the volume, and what the driver made for it. Say Retain.`,
          ),
};

/** With what Kubernetes takes where nothing is said: Retain for a volume, Delete for a class. */
const reclaimPolicies = (resource: Resource): { readonly path: string; readonly value: Value }[] => [
  ...efsVolumes(resource).map(({ props, within }) => ({
    path: `${within}spec.persistentVolumeReclaimPolicy`,
    value: at(props, "spec", "persistentVolumeReclaimPolicy"),
  })),
  ...efsClasses(resource).map(({ props, within, isPatch }) => ({
    path: `${within}reclaimPolicy`,
    value: props.reclaimPolicy ?? (isPatch ? undefined : "Delete"),
  })),
];
