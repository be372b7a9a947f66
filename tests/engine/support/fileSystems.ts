import {
  AuthorizeSecurityGroupIngressCommand,
  CreateSecurityGroupCommand,
  DeleteSecurityGroupCommand,
  DescribeNetworkInterfacesCommand,
  DescribeSecurityGroupRulesCommand,
  DescribeSubnetsCommand,
  EC2Client,
} from "@aws-sdk/client-ec2";
import {
  CreateFileSystemCommand,
  CreateMountTargetCommand,
  DeleteFileSystemCommand,
  DeleteMountTargetCommand,
  DescribeAccessPointsCommand,
  DescribeFileSystemPolicyCommand,
  DescribeFileSystemsCommand,
  DescribeMountTargetsCommand,
  type Tag,
} from "@aws-sdk/client-efs";
import { DescribeClusterCommand, EKSClient } from "@aws-sdk/client-eks";
import { randomUUID } from "node:crypto";
import { efs, subnetsByZone } from "./cloud.ts";
import { type Raw, settings } from "./hub.ts";

const ec2 = new EC2Client();
const eks = new EKSClient();

/** A stack that takes the file system. */
export const taking = ({ id }: { readonly id: string }, { existing, ...more }: Raw = {}): Raw =>
  settings({
    fileSystem: { existing: { id, ...(existing as Raw | undefined) } },
    homesPath: "/homes",
    usernames: "safe",
    ...more,
  });

/** What somebody made by hand, before there was a hub. */
export interface Handmade {
  readonly encrypted?: boolean;
  /** The zones that get a mount target. */
  readonly zones?: readonly string[];
  /** Whether their security group lets the nodes in. */
  readonly open?: boolean;
  readonly oneZone?: string;
}

/** A file system that is nobody's stack's. */
export class HandmadeFileSystem {
  readonly id: string;
  readonly groupId: string;

  private constructor(id: string, groupId: string) {
    this.id = id;
    this.groupId = groupId;
  }

  static async make({
    encrypted = true,
    zones = [],
    open = true,
    oneZone,
  }: Handmade): Promise<HandmadeFileSystem> {
    const { FileSystemId = "" } = await efs.send(
      new CreateFileSystemCommand({
        CreationToken: randomUUID(),
        Encrypted: encrypted,
        Tags: [{ Key: "Name", Value: "ours since 2019" }],
        ...(oneZone !== undefined && { AvailabilityZoneName: oneZone }),
      }),
    );
    const subnets = await subnetsByZone();
    const GroupId = await group(Object.values(subnets).flat()[0] ?? "");
    if (open) {
      const UserIdGroupPairs = [{ GroupId: await nodesGroup() }];
      const IpPermissions = [{ IpProtocol: "tcp", FromPort: 2049, ToPort: 2049, UserIdGroupPairs }];
      await ec2.send(new AuthorizeSecurityGroupIngressCommand({ GroupId, IpPermissions }));
    }
    for (const zone of zones) {
      // The last one: ours would be in the first.
      const SubnetId = subnets[zone]?.at(-1);
      await efs.send(new CreateMountTargetCommand({ FileSystemId, SubnetId, SecurityGroups: [GroupId] }));
    }
    return new HandmadeFileSystem(FileSystemId, GroupId);
  }

  /** All that is to be left alone: the file system, its policy, its mount targets with their interfaces, the group's rules. */
  async everything(): Promise<unknown> {
    const { id: FileSystemId, groupId } = this;
    const policy = await efs
      .send(new DescribeFileSystemPolicyCommand({ FileSystemId }))
      .then(({ Policy }) => Policy)
      .catch(() => undefined);
    const { FileSystems = [] } = await efs.send(new DescribeFileSystemsCommand({ FileSystemId }));
    const interfaces = await ec2.send(
      new DescribeNetworkInterfacesCommand({
        Filters: [{ Name: "description", Values: [`*${FileSystemId}*`] }],
      }),
    );
    const rules = await ec2.send(
      new DescribeSecurityGroupRulesCommand({ Filters: [{ Name: "group-id", Values: [groupId] }] }),
    );
    return {
      policy,
      fileSystem: FileSystems.map(({ SizeInBytes: _size, ...rest }) => rest),
      mountTargets: await this.mountTargets(),
      interfaces: (interfaces.NetworkInterfaces ?? []).map(({ NetworkInterfaceId, Groups }) => [
        NetworkInterfaceId,
        Groups,
      ]),
      rules: rules.SecurityGroupRules,
    };
  }

  /** By zone. */
  async mountTargets(): Promise<Record<string, { id: string; ipAddress: string; subnetId: string }>> {
    const { MountTargets = [] } = await efs.send(new DescribeMountTargetsCommand({ FileSystemId: this.id }));
    return Object.fromEntries(
      MountTargets.map((one) => [
        one.AvailabilityZoneName ?? "",
        { id: one.MountTargetId ?? "", ipAddress: one.IpAddress ?? "", subnetId: one.SubnetId ?? "" },
      ]),
    );
  }

  /** The tags of the access points on it, sorted by their names. */
  async accessPointTags(): Promise<Record<string, string>[]> {
    const { AccessPoints = [] } = await efs.send(new DescribeAccessPointsCommand({ FileSystemId: this.id }));
    return AccessPoints.map(({ Tags }) => tagMap(Tags)).sort((one, other) =>
      (one.Name ?? "") < (other.Name ?? "") ? -1 : 1,
    );
  }

  /** Takes away what was made by hand. */
  async remove(): Promise<void> {
    for (const { id } of Object.values(await this.mountTargets()))
      await efs.send(new DeleteMountTargetCommand({ MountTargetId: id }));
    await efs.send(new DeleteFileSystemCommand({ FileSystemId: this.id }));
    await ec2.send(new DeleteSecurityGroupCommand({ GroupId: this.groupId }));
  }
}

const tagMap = (tags: readonly Tag[] = []): Record<string, string> =>
  Object.fromEntries(tags.map(({ Key = "", Value = "" }) => [Key, Value]));

/** A group in the VPC of a subnet. */
async function group(subnetId: string): Promise<string> {
  const { Subnets = [] } = await ec2.send(new DescribeSubnetsCommand({ SubnetIds: [subnetId] }));
  const { GroupId = "" } = await ec2.send(
    new CreateSecurityGroupCommand({
      GroupName: `handmade-${randomUUID()}`,
      Description: "made by hand",
      VpcId: Subnets[0]?.VpcId,
    }),
  );
  return GroupId;
}

/** The group that the cluster's nodes are in. */
async function nodesGroup(): Promise<string> {
  const { cluster } = await eks.send(new DescribeClusterCommand({ name: "local" }));
  return cluster?.resourcesVpcConfig?.clusterSecurityGroupId ?? "";
}
