import { isEfsClass, isEfsVolume, releaseType } from "../kubernetes.ts";
import type { Resource, ResourceRule } from "../rule.ts";
import { at, isProperties, records } from "../value.ts";

/** Files are sent over TLS: nothing is mounted by plain NFS. */
export const noPlainNfs: ResourceRule = {
  name: "no-plain-nfs",
  description: "Files travel over TLS, with the identity of the one who mounts",
  url: "https://docs.aws.amazon.com/efs/latest/ug/encryption-in-transit.html",
  faultsOf: (resource) => [...byKubelet(resource), ...withoutTls(resource)],
};

/** A volume that the kubelet mounts itself: of an object, or of the pods that a chart's values describe. */
function byKubelet({ type, props }: Resource): string[] {
  if (!type.startsWith("kubernetes:") || type.startsWith("kubernetes:rbac")) return [];
  const within = type === releaseType ? at(props, "values") : at(props, "spec");
  const beginning = type === releaseType ? "values" : "spec";
  return [...records(within)]
    .filter(([{ nfs }]) => isProperties(nfs) && "server" in nfs && "path" in nfs)
    .map(
      ([, path]) =>
        `"${[beginning, ...path, "nfs"].join(".")}" is mounted by plain NFS, which knows neither TLS nor identity. Use a volume of the EFS CSI driver.`,
    );
}

/** https://github.com/kubernetes-sigs/aws-efs-csi-driver/tree/master/examples/kubernetes/encryption_in_transit */
function withoutTls(resource: Resource): string[] {
  const path = isEfsVolume(resource)
    ? ["spec", "csi", "volumeAttributes", "encryptInTransit"]
    : isEfsClass(resource)
      ? ["parameters", "encryptInTransit"]
      : undefined;
  if (path === undefined || !["false", false].includes(at(resource.props, ...path) as string | boolean))
    return [];
  return [`"${path.join(".")}" switches TLS off. Leave it out.`];
}
