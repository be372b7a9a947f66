import type { backup, efs, iam, types } from "@pulumi/aws";
import type { Input } from "@pulumi/pulumi";

/** What makes backups of the homes: EFS's automatic ones, or a plan of ours. */
export type BackupPlan = AutomaticBackup | OwnBackup;

/** Daily, kept for 35 days, in a vault of AWS's. */
export interface AutomaticBackup {
  readonly backupPolicy: types.input.efs.BackupPolicyBackupPolicy;
}

/** A plan of AWS Backup in place of the automatic backups: both at once would be billed twice. */
export interface OwnBackup extends AutomaticBackup {
  /** Absent: one that is there is used. */
  readonly vault?: backup.VaultArgs;
  readonly plan: {
    readonly rules: readonly [BackupRule];
    readonly tags: Record<string, Input<string>>;
  };
  readonly selection: backup.SelectionArgs;
  readonly role: iam.RoleArgs;
  /** By what the role may do with them. */
  readonly policyArns: Readonly<Record<"backup" | "restore", string>>;
}

/** When a backup is made, where it is kept and for how long. */
export type BackupRule = types.input.backup.PlanRule & { readonly targetVaultName: Input<string> };

/** A second file system in another region, which EFS keeps like the first. */
export interface ReplicationPlan {
  readonly replica: efs.FileSystemArgs & { readonly region: string };
  readonly replicationConfiguration: efs.ReplicationConfigurationArgs;
}
