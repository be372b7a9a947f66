import { posix } from "node:path";
import { is } from "../aws.ts";
import { efsVolumes, type KubernetesObject, mountOptions } from "../kubernetes.ts";
import type { Resource, ResourceRule } from "../rule.ts";
import { at, UNKNOWN } from "../value.ts";

/** Nothing is mounted at the root of a file system, nor without an access point. */
export const noRootVolume: ResourceRule = {
  name: "no-root-volume",
  description: "Volumes go through an access point that has a directory of its own",
  url: "https://docs.aws.amazon.com/efs/latest/ug/efs-access-points.html",
  faultsOf: (resource) => [
    ...rootOfAccessPoint(resource),
    ...efsVolumes(resource).flatMap(withoutAccessPoint),
  ],
};

function rootOfAccessPoint(resource: Resource): string[] {
  if (!is("accessPoint", resource)) return [];
  const path = at(resource.props, "rootDirectory", "path");
  // `/.` and `/a/..` are the root as well.
  if (path === UNKNOWN || (typeof path === "string" && posix.resolve("/", path) !== "/")) return [];
  return [
    "Its directory is the root of the file system: who mounts it sees everybody's files. Say `rootDirectory.path`.",
  ];
}

/** The driver takes the access point in the handle, or as a mount option of old. */
function withoutAccessPoint({ props }: KubernetesObject): string[] {
  const handle = at(props, "spec", "csi", "volumeHandle");
  const options = at(props, "spec", "mountOptions");
  if (typeof handle !== "string" || options === UNKNOWN || isAccessPoint(accessPointOf(handle))) return [];
  const choices = mountOptions(options).filter((option) => option.startsWith("accesspoint="));
  if (choices.some((option) => isAccessPoint(option.slice("accesspoint=".length)))) return [];
  return [
    `"${handle}" names no access point: pods choose their own user id and see every directory. Make one, and say \`volumeHandle: <file system>::<access point>\`.`,
  ];
}

/** `[type:]<file system>:<path>:<access point>`. https://github.com/kubernetes-sigs/aws-efs-csi-driver/blob/master/pkg/driver/node.go */
const accessPointOf = (handle: string): string => {
  const [first = "", ...rest] = handle.split(":");
  return rest[["efs", "s3files"].includes(first) ? 2 : 1] ?? "";
};

const isAccessPoint = (id: string): boolean => /^fsap-\w/.test(id);
