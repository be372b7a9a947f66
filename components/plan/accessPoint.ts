import type { efs } from "@pulumi/aws";
import type { Enforcement } from "../settings/names.ts";
import type { HomesPlace } from "./homesPlace.ts";
import type { HomesSettings } from "./homesSettings.ts";
import { KNOWN_AFTER_UP, type Tagged } from "./plan.ts";
import { hubTags, namedTags } from "./tags.ts";

/**
 * An access point on the homes of one hub. Its root directory is made as `posix` whichever it is, so that the mode
 * can be flipped either way and new users still get their directory.
 * https://docs.aws.amazon.com/efs/latest/ug/efs-access-points.html
 */
export const planAccessPoint = (
  { posix, homesPath, hub, tags }: Pick<HomesSettings, "posix" | "homesPath" | "hub" | "tags">,
  enforcement: Enforcement,
  { clusterName }: HomesPlace = {},
): Tagged<efs.AccessPointArgs> => ({
  fileSystemId: KNOWN_AFTER_UP,
  // With a posix user the server rewrites every request's identity: a directory that the kubelet makes as root
  // belongs to the user at once. Root servers have to go without, for they could not chown.
  ...(enforcement === "enforced" && { posixUser: { uid: posix.uid, gid: posix.gid } }),
  rootDirectory: {
    path: homesPath,
    creationInfo: { ownerUid: posix.uid, ownerGid: posix.gid, permissions: "0755" },
  },
  tags: {
    ...namedTags(`${hub.namespace}-homes-${enforcement}`, tags),
    ...hubTags(clusterName, hub.namespace),
  },
});
