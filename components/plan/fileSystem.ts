import type { efs } from "@pulumi/aws";
import type { FileSystemSettings, Lifecycle } from "../settings/settings.ts";
import type { Settings } from "../settings/settings.ts";
import { HOMES, namedTags } from "./tags.ts";

/** The file system of a stack. Encrypted always: it cannot be changed later. */
export function planFileSystem(
  create: FileSystemSettings,
  { tags }: Pick<Settings, "tags">,
): efs.FileSystemArgs {
  return {
    encrypted: true,
    ...(create.kmsKeyArn !== undefined && { kmsKeyId: create.kmsKeyArn }),
    performanceMode: create.performanceMode,
    throughputMode: create.throughputMode,
    ...throughput(create),
    ...(create.oneZone !== undefined && { availabilityZoneName: create.oneZone }),
    lifecyclePolicies: lifecyclePolicies(create.lifecycle),
    tags: namedTags(HOMES, tags),
  };
}

const throughput = ({ provisionedThroughputMibps }: FileSystemSettings): Partial<efs.FileSystemArgs> =>
  provisionedThroughputMibps === undefined
    ? {}
    : { provisionedThroughputInMibps: provisionedThroughputMibps };

/** EFS takes each transition as an element of its own. */
export function lifecyclePolicies(lifecycle: Lifecycle): Record<string, string>[] {
  const { toInfrequentAccessAfterDays, toArchiveAfterDays, backOnFirstAccess } = lifecycle;
  return [
    ...(toInfrequentAccessAfterDays === undefined
      ? []
      : [{ transitionToIa: afterDays(toInfrequentAccessAfterDays) }]),
    ...(toArchiveAfterDays === undefined ? [] : [{ transitionToArchive: afterDays(toArchiveAfterDays) }]),
    ...(backOnFirstAccess === true ? [{ transitionToPrimaryStorageClass: "AFTER_1_ACCESS" }] : []),
  ];
}

const afterDays = (days: number): string => `AFTER_${days}_DAY${days === 1 ? "" : "S"}`;
