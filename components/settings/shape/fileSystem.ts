import { z } from "zod";
import { PerformanceMode, ThroughputMode } from "../choices.ts";
import { backupSchedule } from "./backupSchedule.ts";
import { forms } from "./forms.ts";
import { advice, flag, flagOr, mapping, numberOf, text, textInput, wholeNumber, word } from "./leaves.ts";

/** https://docs.aws.amazon.com/efs/latest/ug/API_LifecyclePolicy.html */
const lifecycleDays = [1, 7, 14, 30, 60, 90, 180, 270, 365];

/** What EFS gives in its biggest regions; the smaller ones stop at 1024. */
const MAX_MIBPS = 3414;

/** A hundred years. https://docs.aws.amazon.com/aws-backup/latest/devguide/API_Lifecycle.html */
const MAX_RETENTION_DAYS = 36500;

/** A key that encrypts a file system of a region. */
const kmsKeyArn = (region: string) =>
  textInput(
    forms.kmsKeyArn,
    "must be the ARN of a KMS key, not of an alias",
    `Give it like arn:aws:kms:${region}:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab.`,
  );

const backup = flagOr(
  {
    vault: textInput(
      forms.vaultName,
      "must be the name of a backup vault",
      "Give a name that `aws backup list-backup-vaults` shows, or remove the key: then a vault is made.",
    ),
    schedule: text(
      backupSchedule,
      "must be a cron expression as AWS writes it, at most hourly",
      "Write minute (one number), hour, day of month, month, day of week and year, with one of the two days a `?`: cron(0 5 ? * * *) is every day at 05:00 UTC.",
    ),
    retentionDays: wholeNumber(1, MAX_RETENTION_DAYS, "Give the days that a backup is kept."),
  },
  "Say `true` for EFS's automatic backups, `false` for none, or {vault, schedule, retentionDays} for a plan of your own.",
);

const replication = mapping({
  region: text(forms.region, "must be the name of a region", "Give another region, like eu-west-1."),
  kmsKeyArn: kmsKeyArn("eu-west-1"),
});

export const fileSystem = mapping({
  existing: mapping({
    id: textInput(
      forms.fileSystemId,
      "must be the id of a file system",
      "Give the id that `aws efs describe-file-systems` shows, like fs-0123456789abcdef0.",
    ),
    requireEncryption: flag("Say whether a file system that is not encrypted is an error."),
    createMissingMountTargets: flag("Say whether zones without a mount target get one from us."),
  }),
  create: mapping({
    throughputMode: word(
      ThroughputMode,
      "Elastic fits homes: it pays per use and has no credits to run out of.",
    ),
    provisionedThroughputMibps: z
      .number()
      .min(1)
      .max(MAX_MIBPS)
      .register(advice, {
        rule: `must be a number from 1 to ${MAX_MIBPS}`,
        fix: "Give the MiB/s to pay for; EFS's quota of the region may be lower.",
      })
      .exactOptional(),
    performanceMode: word(PerformanceMode, "AWS advises general purpose for every file system."),
    oneZone: text(
      forms.zone,
      "must be the name of a zone",
      "Give a zone of the cluster's subnets, like us-east-1a.",
    ),
    kmsKeyArn: kmsKeyArn("us-east-1"),
    lifecycle: mapping({
      toInfrequentAccessAfterDays: numberOf(lifecycleDays, "Choose one of the days that EFS knows."),
      toArchiveAfterDays: numberOf(lifecycleDays, "Choose one of the days that EFS knows."),
      backOnFirstAccess: flag("Say whether the first access brings a file back to the fast storage."),
    }),
    backup,
    replication,
  }),
});
