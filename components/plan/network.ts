import type { ec2, vpc } from "@pulumi/aws";
import type { Settings } from "../settings/settings.ts";
import { planExistingMountTargets, planMountTargets } from "./mountTargets.ts";
import { type FileSystemPlan, KNOWN_AFTER_UP, type Tagged } from "./plan.ts";
import type { FileSystemSite, Site } from "./site.ts";
import { HOMES, hubTags, namedTags } from "./tags.ts";

/** What a file system is planned of, and the hub that it is planned for. */
export type FileSystemHolder = Pick<Settings, "fileSystem" | "tags"> & {
  readonly hub: Pick<Settings["hub"], "namespace">;
};

/** NFS, the only port that EFS listens on. https://docs.aws.amazon.com/efs/latest/ug/network-access.html */
export const NFS_PORT = 2049;

/** How the nodes reach the file system. Where no mount target is made, nothing is. */
export function planNetwork(
  settings: FileSystemHolder,
  site: Omit<FileSystemSite, "partition">,
): Omit<FileSystemPlan, "fileSystem" | "backup" | "replication"> {
  const mountTargets = planMountTargets(settings, site);
  const around = { securityGroupIngressRules: planIngressRules(settings, site), mountTargets };
  const { existing } = settings.fileSystem;
  if (existing === undefined) return { securityGroup: planSecurityGroup(settings, site), ...around };
  const there = {
    existingFileSystem: { id: existing.id },
    existingMountTargets: planExistingMountTargets(site),
  };
  if (mountTargets === KNOWN_AFTER_UP)
    return {
      ...there,
      securityGroup: KNOWN_AFTER_UP,
      securityGroupIngressRules: KNOWN_AFTER_UP,
      mountTargets,
    };
  return Object.keys(mountTargets).length === 0
    ? { ...there, mountTargets }
    : { ...there, securityGroup: planSecurityGroup(settings, site), ...around };
}

/**
 * The security group of the mount targets that we make. It has no rule of its own: each client group is a rule resource.
 * Mount targets have no tags: it is the group's by which an update knows them as ours on a file system that others use.
 */
export const planSecurityGroup = (
  { tags, hub }: Pick<FileSystemHolder, "tags" | "hub">,
  { vpcId, clusterName }: Pick<FileSystemSite, "vpcId" | "clusterName">,
): Tagged<ec2.SecurityGroupArgs> => ({
  description: "NFS from the nodes to the mount targets of the homes",
  vpcId,
  tags: { ...namedTags(HOMES, tags), ...hubTags(clusterName, hub.namespace) },
});

/** One rule for each client group: NFS in, from its members, and nothing else. */
export function planIngressRules(
  { tags }: Pick<Settings, "tags">,
  { clientSecurityGroups }: Pick<Site, "clientSecurityGroups">,
): NonNullable<FileSystemPlan["securityGroupIngressRules"]> {
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
