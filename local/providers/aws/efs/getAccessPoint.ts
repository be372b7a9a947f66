import { DescribeAccessPointsCommand, EFSClient } from "@aws-sdk/client-efs";
import type { GetAccessPointArgs, GetAccessPointResult } from "@pulumi/aws/efs/getAccessPoint.js";
import { unlessMissing } from "../apiError.ts";
import { theOnly } from "../findFault.ts";
import type { AwsFunction } from "../function.ts";
import { tagMap } from "../tags.ts";
import { fileSystemArn } from "./fileSystems.ts";

/** `aws:efs/getAccessPoint:getAccessPoint` */
export const getAccessPoint: AwsFunction<GetAccessPointArgs, GetAccessPointResult> = {
  title: "EFS Access Point",
  async read({ accessPointId }, call) {
    const command = new DescribeAccessPointsCommand({ AccessPointId: accessPointId });
    const answer = call.client("efs", EFSClient).send(command, { abortSignal: call.signal });
    const all = (await unlessMissing(answer, "AccessPointNotFound"))?.AccessPoints;
    const found = theOnly(all, "EFS Access Point");
    const { PosixUser: user, RootDirectory: root } = found;
    const fileSystemId = found.FileSystemId ?? "";
    const creation = root?.CreationInfo && {
      ownerUid: root.CreationInfo.OwnerUid ?? 0,
      ownerGid: root.CreationInfo.OwnerGid ?? 0,
      permissions: root.CreationInfo.Permissions ?? "",
    };
    return {
      accessPointId,
      arn: found.AccessPointArn ?? "",
      fileSystemArn: await fileSystemArn(call, fileSystemId),
      fileSystemId,
      id: accessPointId,
      ownerId: found.OwnerId ?? "",
      posixUsers: user
        ? [{ uid: user.Uid ?? 0, gid: user.Gid ?? 0, secondaryGids: user.SecondaryGids ?? [] }]
        : [],
      rootDirectories: [{ path: root?.Path ?? "/", creationInfos: creation ? [creation] : [] }],
      tags: { ...tagMap(found.Tags) },
    };
  },
};
