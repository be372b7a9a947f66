import { DescribeNetworkInterfacesCommand, EC2Client, type NetworkInterface } from "@aws-sdk/client-ec2";
import type {
  GetNetworkInterfaceArgs,
  GetNetworkInterfaceResult,
} from "@pulumi/aws/ec2/getNetworkInterface.js";
import { unlessMissing } from "../apiError.ts";
import { theOnly } from "../findFault.ts";
import type { AwsFunction } from "../function.ts";
import { tagMap } from "../tags.ts";
import { filters } from "./filters.ts";

const attachmentsOf = ({ Attachment: it }: NetworkInterface): GetNetworkInterfaceResult["attachments"] =>
  it === undefined
    ? []
    : [
        {
          attachmentId: it.AttachmentId ?? "",
          deviceIndex: it.DeviceIndex ?? 0,
          instanceId: it.InstanceId ?? "",
          instanceOwnerId: it.InstanceOwnerId ?? "",
          networkCardIndex: it.NetworkCardIndex ?? 0,
        },
      ];

/** `aws:ec2/getNetworkInterface:getNetworkInterface`; what a public address is associated with is left out. */
export const getNetworkInterface: AwsFunction<GetNetworkInterfaceArgs, GetNetworkInterfaceResult> = {
  title: "EC2 Network Interface",
  async read(args, call) {
    const command = new DescribeNetworkInterfacesCommand({
      ...(args.id !== undefined && { NetworkInterfaceIds: [args.id] }),
      Filters: filters(args.filters, args.tags),
    });
    const answer = call.client("ec2", EC2Client).send(command, { abortSignal: call.signal });
    const all = (await unlessMissing(answer, "InvalidNetworkInterfaceID.NotFound"))?.NetworkInterfaces;
    const found = theOnly(all, "EC2 Network Interface");
    const id = found.NetworkInterfaceId ?? "";
    return {
      arn: await call.arn("ec2", `network-interface/${id}`),
      attachments: attachmentsOf(found),
      availabilityZone: found.AvailabilityZone ?? "",
      description: found.Description ?? "",
      ...(args.filters !== undefined && { filters: args.filters }),
      id,
      interfaceType: found.InterfaceType ?? "",
      ipv6Addresses: (found.Ipv6Addresses ?? []).map(({ Ipv6Address }) => Ipv6Address ?? ""),
      macAddress: found.MacAddress ?? "",
      ownerId: found.OwnerId ?? "",
      privateDnsName: found.PrivateDnsName ?? "",
      privateIp: found.PrivateIpAddress ?? "",
      privateIps: (found.PrivateIpAddresses ?? []).map(({ PrivateIpAddress }) => PrivateIpAddress ?? ""),
      requesterId: found.RequesterId ?? "",
      securityGroups: (found.Groups ?? []).map(({ GroupId }) => GroupId ?? ""),
      subnetId: found.SubnetId ?? "",
      tags: { ...tagMap(found.TagSet) },
      vpcId: found.VpcId ?? "",
    };
  },
};
