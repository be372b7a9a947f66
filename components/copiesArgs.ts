import type { Input } from "@pulumi/pulumi";

/**
 * A plan of AWS Backup for the homes alone, in place of EFS's automatic backups. The first backup copies everything,
 * the others what changed; stored backups are billed by the month. A restore needs the plan's role, which is made.
 * It is taken back with `movedFrom` only. https://docs.aws.amazon.com/aws-backup/latest/devguide/about-backup-plans.html
 */
export interface BackupPlanArgs {
  /** The name of a vault that is there. Default: one is made, under the homes' own key. To leave that needs `movedFrom`. */
  vault?: Input<string>;
  /** When a backup starts, in UTC, at most hourly, as AWS writes it. Default `cron(0 5 ? * * *)`: daily at 05:00. */
  schedule?: string;
  /** After how many days a backup is deleted, 1 to 36500. Default 35. */
  retentionDays?: number;
}

/**
 * A replica in another region, for the loss of this one: read-only, about 15 minutes behind. It is billed as a second
 * file system, with the traffic to it. Access points, mount targets, the policy and backups are not on it.
 * It is taken back with `movedFrom` only. https://docs.aws.amazon.com/efs/latest/ug/efs-replication.html
 */
export interface ReplicationArgs {
  /** Another region of the same partition, enabled in the account. A change makes the replica anew, with `movedFrom` only. */
  region: string;
  /** A key of that region. Default: AWS's own key for EFS there. A change makes the replica anew, with `movedFrom` only. */
  kmsKeyArn?: Input<string>;
}
