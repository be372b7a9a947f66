import { DescribeSubnetsCommand, EC2Client } from "@aws-sdk/client-ec2";
import type { GetSubnetArgs, GetSubnetResult } from "@pulumi/aws/ec2/getSubnet.js";
import { unlessMissing } from "../apiError.ts";
import { theOnly } from "../findFault.ts";
import type { AwsFunction } from "../function.ts";
import { tagMap } from "../tags.ts";
import { filters } from "./filters.ts";

/** `aws:ec2/getSubnet:getSubnet` */
export const getSubnet: AwsFunction<GetSubnetArgs, GetSubnetResult> = {
  title: "EC2 Subnet",
  async read(args, call) {
    const properties = {
      "availability-zone": args.availabilityZone,
      "availability-zone-id": args.availabilityZoneId,
      "cidr-block": args.cidrBlock,
      "default-for-az": args.defaultForAz === true ? "true" : undefined,
      state: args.state,
      "vpc-id": args.vpcId,
    };
    const command = new DescribeSubnetsCommand({
      ...(args.id !== undefined && { SubnetIds: [args.id] }),
      Filters: filters(args.filters, args.tags, properties),
    });
    const answer = call.client("ec2", EC2Client).send(command, { abortSignal: call.signal });
    const found = await unlessMissing(answer, "InvalidSubnetID.NotFound");
    const subnet = theOnly(found?.Subnets, "EC2 Subnet");
    return {
      arn: subnet.SubnetArn ?? "",
      assignIpv6AddressOnCreation: subnet.AssignIpv6AddressOnCreation ?? false,
      availabilityZone: subnet.AvailabilityZone ?? "",
      availabilityZoneId: subnet.AvailabilityZoneId ?? "",
      availableIpAddressCount: subnet.AvailableIpAddressCount ?? 0,
      cidrBlock: subnet.CidrBlock ?? "",
      defaultForAz: subnet.DefaultForAz ?? false,
      ...(args.filters !== undefined && { filters: args.filters }),
      id: subnet.SubnetId ?? "",
      ipv6CidrBlock: subnet.Ipv6CidrBlockAssociationSet?.[0]?.Ipv6CidrBlock ?? "",
      mapPublicIpOnLaunch: subnet.MapPublicIpOnLaunch ?? false,
      ownerId: subnet.OwnerId ?? "",
      state: subnet.State ?? "",
      tags: { ...tagMap(subnet.Tags) },
      vpcId: subnet.VpcId ?? "",
    };
  },
};
