import { getResource } from "@pulumi/aws/cloudcontrol/getResource.js";
import { getFileSystem, type GetFileSystemResult } from "@pulumi/aws/efs/getFileSystem.js";
import { isRecord, valueAt } from "../settings/path.ts";
import type { FoundFileSystem } from "./foundFileSystem.ts";
import { unlessMissing } from "./notFound.ts";
import { lookUpAccessPoints } from "./lookUpAccessPoints.ts";
import { lookUpMountTargets } from "./lookUpMountTargets.ts";
import { lookUpSecurityGroups } from "./lookUpSecurityGroups.ts";

/**
 * What has to be known of an existing file system before anything is registered; undefined where there is none. Asks
 * AWS, by the default provider; changes nothing.
 */
export async function lookUpFileSystem(id: string): Promise<FoundFileSystem | undefined> {
  const described = await unlessMissing(getFileSystem({ fileSystemId: id }));
  if (described === undefined) return undefined;
  const [more, around, accessPoints] = await Promise.all([
    lookUpProperties(id),
    lookUpNetwork(id),
    lookUpAccessPoints(id),
  ]);
  return { ...propertiesOf(described), ...more, ...around, accessPoints };
}

/** EFS gives a file system that is in every zone no zone of its own. */
const propertiesOf = ({ arn, encrypted, availabilityZoneName, protections }: GetFileSystemResult) => ({
  arn,
  encrypted,
  ...(availabilityZoneName !== "" && { oneZone: availabilityZoneName }),
  overwriteProtection: protections[0]?.replicationOverwrite ?? "ENABLED",
});

/**
 * What the provider has no function for, as CloudFormation describes it.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-efs-filesystem.html
 */
async function lookUpProperties(id: string): Promise<Pick<FoundFileSystem, "policy" | "automaticBackups">> {
  const { properties } = await getResource({ typeName: "AWS::EFS::FileSystem", identifier: id });
  const found = JSON.parse(properties) as unknown;
  const policy = valueAt(found, ["FileSystemPolicy"]);
  const backups = valueAt(found, ["BackupPolicy", "Status"]);
  return {
    ...(isPolicy(policy) && {
      policy: typeof policy === "string" ? (JSON.parse(policy) as unknown) : policy,
    }),
    ...(backups !== undefined && { automaticBackups: backups === "ENABLED" }),
  };
}

const isPolicy = (policy: unknown): boolean =>
  typeof policy === "string" ? policy !== "" : isRecord(policy) && Object.keys(policy).length > 0;

async function lookUpNetwork(id: string): Promise<Pick<FoundFileSystem, "mountTargets" | "securityGroups">> {
  const mountTargets = await lookUpMountTargets(id);
  const groups = Object.values(mountTargets).flatMap(({ securityGroupIds }) => securityGroupIds);
  return { mountTargets, securityGroups: await lookUpSecurityGroups([...new Set(groups)]) };
}
