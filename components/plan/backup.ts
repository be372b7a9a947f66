import type { backup, iam, types } from "@pulumi/aws";
import { DataProtection } from "../settings/choices.ts";
import type { BackupPlanSettings, FileSystemSettings, Settings } from "../settings/settings.ts";
import type { BackupPlan, BackupRule } from "./copies.ts";
import { KNOWN_AFTER_UP } from "./plan.ts";
import type { Site } from "./site.ts";
import { HOMES, namedTags } from "./tags.ts";

type BackupSettings = Pick<Settings, "dataProtection" | "tags">;

/** What makes backups of a new file system; undefined: nothing does. */
export function planBackup(
  { backup: chosen, kmsKeyArn }: FileSystemSettings,
  settings: BackupSettings,
  { partition }: Pick<Site, "partition">,
): BackupPlan | undefined {
  if (chosen === false) return undefined;
  if (chosen === true) return { backupPolicy: automaticBackups(true) };
  return {
    backupPolicy: automaticBackups(false),
    ...(chosen.vault === undefined && { vault: planVault(kmsKeyArn, settings) }),
    plan: { rules: [planRule(chosen)], tags: namedTags(HOMES, settings.tags) },
    selection: { planId: KNOWN_AFTER_UP, iamRoleArn: KNOWN_AFTER_UP, resources: [KNOWN_AFTER_UP] },
    role: planRole(settings),
    policyArns: {
      backup: managedPolicy(partition, "AWSBackupServiceRolePolicyForBackup"),
      restore: managedPolicy(partition, "AWSBackupServiceRolePolicyForRestores"),
    },
  };
}

/** https://docs.aws.amazon.com/efs/latest/ug/automatic-backups.html */
export const automaticBackups = (on: boolean): types.input.efs.BackupPolicyBackupPolicy => ({
  status: on ? "ENABLED" : "DISABLED",
});

/** The homes' own key encrypts their backups too: who chose one wants no copy under another. */
const planVault = (
  kmsKeyArn: FileSystemSettings["kmsKeyArn"],
  { dataProtection, tags }: BackupSettings,
): backup.VaultArgs => ({
  ...(kmsKeyArn !== undefined && { kmsKeyArn }),
  // Otherwise a vault that has backups in it stays.
  forceDestroy: dataProtection === DataProtection.Delete,
  tags: namedTags(HOMES, tags),
});

/**
 * AWS's own times, in minutes: the provider's are one hour and three, after which the first backup of a large file
 * system would be given up. https://docs.aws.amazon.com/aws-backup/latest/devguide/plan-options-and-configuration.html
 */
const windows = { startWindow: 8 * 60, completionWindow: 7 * 24 * 60 } as const;

const planRule = ({ vault, schedule, retentionDays }: BackupPlanSettings): BackupRule => ({
  ruleName: "homes",
  targetVaultName: vault ?? KNOWN_AFTER_UP,
  schedule,
  scheduleExpressionTimezone: "Etc/UTC",
  ...windows,
  lifecycle: { deleteAfter: retentionDays },
});

/** AWS Backup deletes old backups with it too, so it stays as long as there are any. https://docs.aws.amazon.com/aws-backup/latest/devguide/iam-service-roles.html */
const planRole = ({ tags }: BackupSettings): iam.RoleArgs => ({
  description: "AWS Backup: makes, deletes and restores backups of the homes",
  assumeRolePolicy: JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      { Effect: "Allow", Principal: { Service: "backup.amazonaws.com" }, Action: "sts:AssumeRole" },
    ],
  }),
  tags: namedTags(HOMES, tags),
});

/** https://docs.aws.amazon.com/aws-backup/latest/devguide/security-iam-awsmanpol.html */
const managedPolicy = (partition: string, name: string): string =>
  `arn:${partition}:iam::aws:policy/service-role/${name}`;
