import { efsClasses, efsVolumes, type KubernetesObject } from "../kubernetes.ts";
import type { Resource, ResourceRule } from "../rule.ts";
import { at, isProperties, records, type Value } from "../value.ts";

/** Files are sent over TLS: nothing is mounted by plain NFS. */
export const noPlainNfs: ResourceRule = {
  name: "no-plain-nfs",
  description: "Files travel over TLS, with the identity of the one who mounts",
  url: "https://docs.aws.amazon.com/efs/latest/ug/encryption-in-transit.html",
  faultsOf: (resource) => [
    ...byKubelet(resource),
    ...efsVolumes(resource).flatMap((volume) => withoutTls(volume, ["spec", "csi", "volumeAttributes"])),
    ...efsClasses(resource).flatMap((storageClass) => withoutTls(storageClass, ["parameters"])),
  ],
};

/** A volume that the kubelet mounts itself: of an object, or of the pods that a chart's values describe. */
const byKubelet = ({ type, props }: Resource): string[] =>
  (type.startsWith("kubernetes:") ? [...records(props)] : [])
    .filter(([{ nfs }]) => isProperties(nfs) && "server" in nfs && "path" in nfs)
    .map(
      ([, path]) =>
        `"${[...path, "nfs"].join(".")}" is mounted by plain NFS, which knows neither TLS nor identity. Use a volume of the EFS CSI driver.`,
    );

/** https://github.com/kubernetes-sigs/aws-efs-csi-driver/tree/master/examples/kubernetes/encryption_in_transit */
function withoutTls({ props, within }: KubernetesObject, path: readonly string[]): string[] {
  const attributes = at(props, ...path);
  return Object.entries(isProperties(attributes) ? attributes : {})
    .filter(([name, value]) => name.toLowerCase() === "encryptintransit" && isFalse(value))
    .map(([name]) => `"${within}${[...path, name].join(".")}" switches TLS off. Leave it out.`);
}

/** As the driver reads it: https://pkg.go.dev/strconv#ParseBool */
const isFalse = (value: Value): boolean =>
  value === false || value === 0 || (typeof value === "string" && /^(false|f|0)$/i.test(value));
