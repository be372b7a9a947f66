import type { IpPermission } from "@aws-sdk/client-ec2";
import type { SecurityGroup } from "@pulumi/aws/ec2/securityGroup.js";
import type { StateOf } from "../awsType.ts";

type Rule = StateOf<SecurityGroup>["ingress"][number];

const nonEmpty = (list: (string | undefined)[] | undefined): string[] =>
  (list ?? []).flatMap((item) => (item === undefined ? [] : [item]));

/** A group's rules, as the group itself shows them: separate rule resources appear here as well. */
export const rulesOf = (permissions: readonly IpPermission[] | undefined, groupId: string): Rule[] =>
  (permissions ?? []).map((permission) => {
    const groups = nonEmpty(permission.UserIdGroupPairs?.map(({ GroupId }) => GroupId));
    const descriptions = [
      ...(permission.IpRanges ?? []),
      ...(permission.Ipv6Ranges ?? []),
      ...(permission.PrefixListIds ?? []),
      ...(permission.UserIdGroupPairs ?? []),
    ];
    return {
      cidrBlocks: nonEmpty(permission.IpRanges?.map(({ CidrIp }) => CidrIp)),
      description: descriptions.find(({ Description }) => Description !== undefined)?.Description ?? "",
      fromPort: permission.FromPort ?? 0,
      ipv6CidrBlocks: nonEmpty(permission.Ipv6Ranges?.map(({ CidrIpv6 }) => CidrIpv6)),
      prefixListIds: nonEmpty(permission.PrefixListIds?.map(({ PrefixListId }) => PrefixListId)),
      protocol: permission.IpProtocol ?? "",
      securityGroups: groups.filter((group) => group !== groupId),
      self: groups.includes(groupId),
      toPort: permission.ToPort ?? 0,
    };
  });
