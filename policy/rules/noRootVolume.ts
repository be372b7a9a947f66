import { isEfsVolume, mountOptions } from "../kubernetes.ts";
import type { Resource, ResourceRule } from "../rule.ts";
import { at, UNKNOWN } from "../value.ts";

/** Nothing is mounted at the root of a file system, nor without an access point. */
export const noRootVolume: ResourceRule = {
  name: "no-root-volume",
  description: "Volumes go through an access point that has a directory of its own",
  url: "https://docs.aws.amazon.com/efs/latest/ug/efs-access-points.html",
  faultsOf: (resource) => [...rootOfAccessPoint(resource), ...withoutAccessPoint(resource)],
};

function rootOfAccessPoint({ type, props }: Resource): string[] {
  if (type !== "aws:efs/accessPoint:AccessPoint") return [];
  const path = at(props, "rootDirectory", "path");
  if (path === UNKNOWN || (typeof path === "string" && !/^\/*$/.test(path))) return [];
  return [
    "Its directory is the root of the file system: who mounts it sees everybody's files. Say `rootDirectory.path`.",
  ];
}

/** The driver takes the access point in the handle, or as a mount option of old. */
function withoutAccessPoint(resource: Resource): string[] {
  if (!isEfsVolume(resource)) return [];
  const handle = at(resource.props, "spec", "csi", "volumeHandle");
  const options = at(resource.props, "spec", "mountOptions");
  if (typeof handle !== "string" || options === UNKNOWN || handle.includes(":fsap-")) return [];
  if (mountOptions(options).some((option) => option.startsWith("accesspoint="))) return [];
  return [
    `"${handle}" names no access point: pods choose their own user id and see every directory. Make one, and say \`volumeHandle: <file system>::<access point>\`.`,
  ];
}
