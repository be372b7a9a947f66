import { PerformanceMode, ThroughputMode } from "../settings/choices.ts";
import type { FileSystemSettings, Settings } from "../settings/settings.ts";
import type { ReplicationPlan } from "./copies.ts";
import { lifecyclePolicies } from "./fileSystem.ts";
import { KNOWN_AFTER_UP } from "./plan.ts";
import { HOMES, namedTags } from "./tags.ts";

/**
 * The replica is ours, not one that EFS makes: it is in the stack's state, and under the same protection. It is
 * Regional also for a One Zone source. https://docs.aws.amazon.com/efs/latest/ug/replicate-existing-destination.html
 */
export function planReplication(
  { replication, performanceMode, lifecycle }: FileSystemSettings,
  { tags }: Pick<Settings, "tags">,
): ReplicationPlan | undefined {
  if (replication === undefined) return undefined;
  const { region, kmsKeyArn } = replication;
  return {
    replica: {
      region,
      creationToken: KNOWN_AFTER_UP,
      encrypted: true,
      ...(kmsKeyArn !== undefined && { kmsKeyId: kmsKeyArn }),
      performanceMode,
      // What EFS copies costs no throughput, so a replica that nobody uses yet need not be paid for any.
      throughputMode:
        performanceMode === PerformanceMode.MaxIO ? ThroughputMode.Bursting : ThroughputMode.Elastic,
      // EFS does not copy it, and everything would stay in the dearest storage class.
      lifecyclePolicies: lifecyclePolicies(lifecycle),
      protection: mayBeOverwritten,
      tags: namedTags(`${HOMES}-replica`, tags),
    },
    replicationConfiguration: {
      sourceFileSystemId: KNOWN_AFTER_UP,
      destination: { region, fileSystemId: KNOWN_AFTER_UP },
    },
  };
}

/** What a file system has to be before it can be a replica. EFS writes REPLICATING over it then. */
export const mayBeOverwritten = { replicationOverwrite: "DISABLED" } as const;

/**
 * What EFS knows a replica by: another source or another key makes another one.
 * https://docs.aws.amazon.com/efs/latest/ug/API_CreateFileSystem.html
 */
export const replicaToken = (sourceId: string, kmsKeyArn = ""): string =>
  ["replica-of", sourceId, ...keyId(kmsKeyArn)].join("-");

/** The first eight digits of a key's id, multi-Region or not: a token has 64 characters at most. */
const keyId = (arn: string): string[] => /:key\/(?:mrk-)?([0-9a-f]{8})/.exec(arn)?.slice(1) ?? [];

/** For a replica that takes writes, because its replication was ended: somebody may have failed over to it. */
export const releasedReplica = (fileSystemId: string, region: string): string =>
  [
    `fileSystem.create.replication: ${fileSystemId} in ${region} takes writes, so it is no replica any more, and is not overwritten.`,
    "To keep what is on it, say dataProtection: retain, and at the next update remove replication: it stays, to be adopted by fileSystem.existing.",
    `To have it overwritten: aws efs update-file-system-protection --region ${region} --file-system-id ${fileSystemId} --replication-overwrite-protection DISABLED`,
  ].join("\n");
