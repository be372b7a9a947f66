import type { ec2, vpc } from "@pulumi/aws";
import type { Settings } from "../settings/settings.ts";
import { type FileSystemPlan, KNOWN_AFTER_UP } from "./plan.ts";
import type { Site } from "./site.ts";
import { HOMES, namedTags } from "./tags.ts";

/** NFS, the only port that EFS listens on. https://docs.aws.amazon.com/efs/latest/ug/network-access.html */
export const NFS_PORT = 2049;

/** The security group of the mount targets. It has no rule of its own: each client group is a rule resource. */
export const planSecurityGroup = (
  { tags }: Pick<Settings, "tags">,
  site: Pick<Site, "vpcId">,
): ec2.SecurityGroupArgs => ({
  description: "NFS from the nodes to the mount targets of the homes",
  vpcId: site.vpcId,
  tags: namedTags(HOMES, tags),
});

/** One rule for each client group: NFS in, from its members, and nothing else. */
export function planIngressRules(
  { tags }: Pick<Settings, "tags">,
  { clientSecurityGroups }: Pick<Site, "clientSecurityGroups">,
): FileSystemPlan["securityGroupIngressRules"] {
  if (clientSecurityGroups === undefined) return KNOWN_AFTER_UP;
  return Object.fromEntries(
    Object.entries(clientSecurityGroups).map(([label, group]): [string, vpc.SecurityGroupIngressRuleArgs] => [
      label,
      {
        securityGroupId: KNOWN_AFTER_UP,
        referencedSecurityGroupId: group,
        ipProtocol: "tcp",
        fromPort: NFS_PORT,
        toPort: NFS_PORT,
        description: "NFS from the nodes",
        tags,
      },
    ]),
  );
}

/** A mount target in each zone; a One Zone file system has its single one in its own. */
export function planMountTargets(
  { fileSystem: { create } }: Pick<Settings, "fileSystem">,
  { subnets }: Pick<Site, "subnets">,
): FileSystemPlan["mountTargets"] {
  if (subnets === undefined) return KNOWN_AFTER_UP;
  return Object.fromEntries(
    Object.entries(subnets)
      .filter(([zone]) => create?.oneZone === undefined || zone === create.oneZone)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([zone, subnetId]) => [zone, { subnetId }]),
  );
}

/**
 * EFS takes one mount target per zone: of the subnets in a zone, the first by sorted id. The order in which the
 * subnets are listed changes nothing.
 */
export function subnetPerZone(zoneOf: Readonly<Record<string, string>>): Record<string, string> {
  const chosen: Record<string, string> = {};
  for (const [subnetId, zone] of Object.entries(zoneOf).sort(([one], [other]) => (one < other ? -1 : 1))) {
    chosen[zone] ??= subnetId;
  }
  return chosen;
}
