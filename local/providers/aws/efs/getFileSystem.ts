import {
  DescribeFileSystemsCommand,
  DescribeLifecycleConfigurationCommand,
  EFSClient,
} from "@aws-sdk/client-efs";
import type { GetFileSystemArgs, GetFileSystemResult } from "@pulumi/aws/efs/getFileSystem.js";
import { unlessMissing } from "../apiError.ts";
import { theOnly } from "../findFault.ts";
import type { AwsFunction } from "../function.ts";
import { tagMap } from "../tags.ts";
import { fileSystemHost } from "./fileSystems.ts";
import { lifecyclePoliciesOf } from "./lifecycle.ts";

/** `aws:efs/getFileSystem:getFileSystem` */
export const getFileSystem: AwsFunction<GetFileSystemArgs, GetFileSystemResult> = {
  title: "EFS file system",
  async read({ fileSystemId, creationToken, tags = {} }, call) {
    const client = call.client("efs", EFSClient);
    const command = new DescribeFileSystemsCommand({
      FileSystemId: fileSystemId,
      CreationToken: creationToken,
    });
    const answer = client.send(command, { abortSignal: call.signal });
    const all = (await unlessMissing(answer, "FileSystemNotFound"))?.FileSystems;
    const wanted = all?.filter(({ Tags }) => {
      const has = tagMap(Tags);
      return Object.entries(tags).every(([key, value]) => has[key] === value);
    });
    const found = theOnly(wanted, "EFS file system");
    const id = found.FileSystemId ?? "";
    const lifecycle = await client.send(new DescribeLifecycleConfigurationCommand({ FileSystemId: id }));
    const policies = lifecyclePoliciesOf(lifecycle.LifecyclePolicies) ?? [];
    const protection = found.FileSystemProtection?.ReplicationOverwriteProtection ?? "ENABLED";
    return {
      arn: found.FileSystemArn ?? "",
      availabilityZoneId: found.AvailabilityZoneId ?? "",
      availabilityZoneName: found.AvailabilityZoneName ?? "",
      creationToken: found.CreationToken ?? "",
      dnsName: fileSystemHost(call, id),
      encrypted: found.Encrypted ?? false,
      fileSystemId: id,
      id,
      kmsKeyId: found.KmsKeyId ?? "",
      lifecyclePolicies: policies.map((policy) => ({
        transitionToIa: policy.transitionToIa ?? "",
        transitionToArchive: policy.transitionToArchive ?? "",
        transitionToPrimaryStorageClass: policy.transitionToPrimaryStorageClass ?? "",
      })),
      name: found.Name ?? "",
      performanceMode: found.PerformanceMode ?? "",
      protections: [{ replicationOverwrite: protection }],
      provisionedThroughputInMibps: found.ProvisionedThroughputInMibps ?? 0,
      sizeInBytes: found.SizeInBytes?.Value ?? 0,
      tags: { ...tagMap(found.Tags) },
      throughputMode: found.ThroughputMode ?? "",
    };
  },
};
