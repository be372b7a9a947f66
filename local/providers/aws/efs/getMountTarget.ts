import {
  DescribeMountTargetsCommand,
  DescribeMountTargetSecurityGroupsCommand,
  EFSClient,
} from "@aws-sdk/client-efs";
import type { GetMountTargetArgs, GetMountTargetResult } from "@pulumi/aws/efs/getMountTarget.js";
import { unlessMissing } from "../apiError.ts";
import { present } from "../findFault.ts";
import type { AwsFunction } from "../function.ts";
import { fileSystemArn, fileSystemHost } from "./fileSystems.ts";

/** `aws:efs/getMountTarget:getMountTarget`: by its own id, or the only one of a file system or an access point. */
export const getMountTarget: AwsFunction<GetMountTargetArgs, GetMountTargetResult> = {
  title: "EFS Mount Target",
  async read({ accessPointId, fileSystemId, mountTargetId }, call) {
    const client = call.client("efs", EFSClient);
    const command = new DescribeMountTargetsCommand({
      AccessPointId: accessPointId,
      FileSystemId: fileSystemId,
      MountTargetId: mountTargetId,
    });
    const answer = client.send(command, { abortSignal: call.signal });
    const all = (await unlessMissing(answer, "MountTargetNotFound"))?.MountTargets ?? [];
    if (all.length > 1) throw new Error(`too many results: wanted 1, got ${all.length}`);
    const found = present(all[0]);
    const [id, owner] = [found.MountTargetId ?? "", found.FileSystemId ?? ""];
    const groups = await client.send(new DescribeMountTargetSecurityGroupsCommand({ MountTargetId: id }));
    const dnsName = fileSystemHost(call, owner);
    return {
      ...(accessPointId !== undefined && { accessPointId }),
      availabilityZoneId: found.AvailabilityZoneId ?? "",
      availabilityZoneName: found.AvailabilityZoneName ?? "",
      dnsName,
      fileSystemArn: await fileSystemArn(call, owner),
      fileSystemId: owner,
      id,
      ipAddress: found.IpAddress ?? "",
      ipAddressType: found.Ipv6Address === undefined ? "IPV4_ONLY" : "DUAL_STACK",
      ipv6Address: found.Ipv6Address ?? "",
      mountTargetDnsName: `${found.AvailabilityZoneName ?? ""}.${dnsName}`,
      mountTargetId: id,
      networkInterfaceId: found.NetworkInterfaceId ?? "",
      ownerId: found.OwnerId ?? "",
      securityGroups: groups.SecurityGroups ?? [],
      subnetId: found.SubnetId ?? "",
    };
  },
};
