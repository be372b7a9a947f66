import {
  DescribeSecurityGroupRulesCommand,
  DescribeSecurityGroupsCommand,
  DescribeSubnetsCommand,
  EC2Client,
} from "@aws-sdk/client-ec2";
import {
  DescribeAccessPointsCommand,
  DescribeFileSystemsCommand,
  DescribeMountTargetsCommand,
  EFSClient,
} from "@aws-sdk/client-efs";
import { DescribeClusterCommand, EKSClient, ListPodIdentityAssociationsCommand } from "@aws-sdk/client-eks";
import { IAMClient, ListRolesCommand } from "@aws-sdk/client-iam";

/** The AWS of the environment that the test runs in: the SDK takes its address from AWS_ENDPOINT_URL. */
export const efs = new EFSClient();
const ec2 = new EC2Client();
const eks = new EKSClient();
const iam = new IAMClient();

/** Everything of ours that is in the account, sorted. */
export async function resourcesInCloud(): Promise<string[]> {
  const [fileSystems, accessPoints, groups, rules, roles, associations] = await Promise.all([
    efs.send(new DescribeFileSystemsCommand()),
    efs.send(new DescribeAccessPointsCommand()),
    ec2.send(new DescribeSecurityGroupsCommand()),
    ec2.send(new DescribeSecurityGroupRulesCommand()),
    iam.send(new ListRolesCommand()),
    eks.send(new ListPodIdentityAssociationsCommand({ clusterName: "local" })),
  ]);
  const ids = (fileSystems.FileSystems ?? []).map(({ FileSystemId }) => FileSystemId);
  const targets = await Promise.all(
    ids.map((FileSystemId) => efs.send(new DescribeMountTargetsCommand({ FileSystemId }))),
  );
  return [
    ...ids.map((id) => `file system ${id ?? ""}`),
    ...targets.flatMap(({ MountTargets }) =>
      (MountTargets ?? []).map(({ MountTargetId }) => `mount target ${MountTargetId ?? ""}`),
    ),
    ...(accessPoints.AccessPoints ?? []).map(({ AccessPointId }) => `access point ${AccessPointId ?? ""}`),
    ...(groups.SecurityGroups ?? []).map(({ GroupId }) => `security group ${GroupId ?? ""}`),
    ...(rules.SecurityGroupRules ?? []).map(
      ({ SecurityGroupRuleId }) => `security group rule ${SecurityGroupRuleId ?? ""}`,
    ),
    ...(roles.Roles ?? []).map(({ RoleName }) => `role ${RoleName ?? ""}`),
    ...(associations.associations ?? []).map(
      ({ associationId }) => `pod identity association ${associationId ?? ""}`,
    ),
  ].sort();
}

/** The cluster's subnets, by zone, sorted by id. */
export async function subnetsByZone(): Promise<Record<string, string[]>> {
  const { cluster } = await eks.send(new DescribeClusterCommand({ name: "local" }));
  const SubnetIds = cluster?.resourcesVpcConfig?.subnetIds ?? [];
  const { Subnets = [] } = await ec2.send(new DescribeSubnetsCommand({ SubnetIds }));
  const zones: Record<string, string[]> = {};
  for (const { AvailabilityZone = "", SubnetId = "" } of Subnets)
    (zones[AvailabilityZone] ??= []).push(SubnetId);
  for (const ids of Object.values(zones)) ids.sort();
  return zones;
}
