import {
  DescribeVpcAttributeCommand,
  DescribeVpcsCommand,
  EC2Client,
  type VpcAttributeName,
} from "@aws-sdk/client-ec2";
import type { GetVpcArgs, GetVpcResult } from "@pulumi/aws/ec2/getVpc.js";
import { unlessMissing } from "../apiError.ts";
import { theOnly } from "../findFault.ts";
import type { AwsFunction } from "../function.ts";
import { tagMap } from "../tags.ts";
import { filters } from "./filters.ts";

/** `aws:ec2/getVpc:getVpc` */
export const getVpc: AwsFunction<GetVpcArgs, GetVpcResult> = {
  title: "EC2 VPC",
  async read(args, call) {
    const client = call.client("ec2", EC2Client);
    const properties = {
      cidr: args.cidrBlock,
      "dhcp-options-id": args.dhcpOptionsId,
      "is-default": args.default === true ? "true" : undefined,
      state: args.state,
    };
    const command = new DescribeVpcsCommand({
      ...(args.id !== undefined && { VpcIds: [args.id] }),
      Filters: filters(args.filters, args.tags, properties),
    });
    const answer = client.send(command, { abortSignal: call.signal });
    const vpc = theOnly((await unlessMissing(answer, "InvalidVpcID.NotFound"))?.Vpcs, "EC2 VPC");
    const id = vpc.VpcId ?? "";
    const attribute = (name: VpcAttributeName) =>
      client.send(new DescribeVpcAttributeCommand({ VpcId: id, Attribute: name }));
    const [hostnames, support] = await Promise.all([
      attribute("enableDnsHostnames"),
      attribute("enableDnsSupport"),
    ]);
    return {
      arn: await call.arn("ec2", `vpc/${id}`),
      cidrBlock: vpc.CidrBlock ?? "",
      cidrBlockAssociations: (vpc.CidrBlockAssociationSet ?? []).map((association) => ({
        associationId: association.AssociationId ?? "",
        cidrBlock: association.CidrBlock ?? "",
        state: association.CidrBlockState?.State ?? "",
      })),
      ipv6CidrBlockAssociations: (vpc.Ipv6CidrBlockAssociationSet ?? []).map((association) => ({
        associationId: association.AssociationId ?? "",
        ipSource: association.IpSource ?? "",
        ipv6AddressAttribute: association.Ipv6AddressAttribute ?? "",
        ipv6CidrBlock: association.Ipv6CidrBlock ?? "",
        ipv6Pool: association.Ipv6Pool ?? "",
        networkBorderGroup: association.NetworkBorderGroup ?? "",
        state: association.Ipv6CidrBlockState?.State ?? "",
      })),
      default: vpc.IsDefault ?? false,
      dhcpOptionsId: vpc.DhcpOptionsId ?? "",
      enableDnsHostnames: hostnames.EnableDnsHostnames?.Value ?? false,
      enableDnsSupport: support.EnableDnsSupport?.Value ?? false,
      ...(args.filters !== undefined && { filters: args.filters }),
      id,
      instanceTenancy: vpc.InstanceTenancy ?? "",
      ownerId: vpc.OwnerId ?? "",
      state: vpc.State ?? "",
      tags: { ...tagMap(vpc.Tags) },
    };
  },
};
