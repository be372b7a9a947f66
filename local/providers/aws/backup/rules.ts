import type { BackupRule, BackupRuleInput, Lifecycle } from "@aws-sdk/client-backup";
import type { Plan, PlanArgs } from "@pulumi/aws/backup/plan.js";
import type { Failure } from "../../engine/resourceType.ts";
import { isList, isProperties, type unknown, type Value } from "../../engine/values.ts";
import type { ArgsOf, StateOf } from "../awsType.ts";
import { nameFailures } from "./backups.ts";

/** A rule as the program writes it, and as the state shows it. */
export type RuleArgs = ArgsOf<PlanArgs>["rules"][number];
export type RuleState = StateOf<Plan>["rules"][number];

const defaults = {
  completionWindow: 180,
  enableContinuousBackup: false,
  scheduleExpressionTimezone: "Etc/UTC",
  startWindow: 60,
};

/** What the official provider fills in; AWS itself would take longer windows. */
export const completed = (rules: Value): Value =>
  isList(rules) ? rules.map((rule) => (isProperties(rule) ? { ...defaults, ...rule } : rule)) : rules;

/** The names in the rules. What a rule means is for AWS to judge. */
export function ruleFailures(rules: readonly RuleArgs[] | typeof unknown): Failure[] {
  if (typeof rules === "string") return [];
  return rules.flatMap((rule, i) => [
    ...nameFailures(`rules[${i}].ruleName`, rule.ruleName, /^[\w.-]{1,50}$/),
    ...nameFailures(`rules[${i}].targetVaultName`, rule.targetVaultName, /^[\w-]{2,50}$/),
    ...(rule.scanActions === undefined
      ? []
      : [{ property: `rules[${i}].scanActions`, reason: "is not imitated by the local stand-in" }]),
  ]);
}

/** Zero means none, and is not sent. */
const toLifecycle = (lifecycle: RuleArgs["lifecycle"]): Lifecycle | undefined =>
  lifecycle && {
    ...(lifecycle.deleteAfter && { DeleteAfterDays: lifecycle.deleteAfter }),
    ...(lifecycle.coldStorageAfter && { MoveToColdStorageAfterDays: lifecycle.coldStorageAfter }),
    ...(lifecycle.optInToArchiveForSupportedResources && { OptInToArchiveForSupportedResources: true }),
  };

const lifecycleOf = (lifecycle: Lifecycle) => ({
  ...(lifecycle.DeleteAfterDays !== undefined && { deleteAfter: lifecycle.DeleteAfterDays }),
  ...(lifecycle.MoveToColdStorageAfterDays !== undefined && {
    coldStorageAfter: lifecycle.MoveToColdStorageAfterDays,
  }),
  optInToArchiveForSupportedResources: lifecycle.OptInToArchiveForSupportedResources ?? false,
});

/** As the API takes it. */
export const toRule = (rule: RuleArgs): BackupRuleInput => ({
  RuleName: rule.ruleName,
  TargetBackupVaultName: rule.targetVaultName,
  TargetLogicallyAirGappedBackupVaultArn: rule.targetLogicallyAirGappedBackupVaultArn,
  ScheduleExpression: rule.schedule,
  ScheduleExpressionTimezone: rule.scheduleExpressionTimezone,
  StartWindowMinutes: rule.startWindow,
  CompletionWindowMinutes: rule.completionWindow,
  EnableContinuousBackup: rule.enableContinuousBackup,
  Lifecycle: toLifecycle(rule.lifecycle),
  RecoveryPointTags: rule.recoveryPointTags,
  CopyActions: rule.copyActions?.map(({ destinationVaultArn, lifecycle }) => ({
    DestinationBackupVaultArn: destinationVaultArn,
    Lifecycle: toLifecycle(lifecycle),
  })),
});

/** As the state shows it. */
export const ruleOf = (rule: BackupRule): RuleState => ({
  completionWindow: rule.CompletionWindowMinutes ?? 0,
  ...(rule.CopyActions?.length && {
    copyActions: rule.CopyActions.map((action) => ({
      destinationVaultArn: action.DestinationBackupVaultArn ?? "",
      ...(action.Lifecycle && { lifecycle: lifecycleOf(action.Lifecycle) }),
    })),
  }),
  enableContinuousBackup: rule.EnableContinuousBackup ?? false,
  ...(rule.Lifecycle && { lifecycle: lifecycleOf(rule.Lifecycle) }),
  ...(Object.keys(rule.RecoveryPointTags ?? {}).length > 0 && {
    recoveryPointTags: rule.RecoveryPointTags ?? {},
  }),
  ruleName: rule.RuleName ?? "",
  schedule: rule.ScheduleExpression ?? "",
  scheduleExpressionTimezone: rule.ScheduleExpressionTimezone ?? "",
  startWindow: rule.StartWindowMinutes ?? 0,
  ...(rule.TargetLogicallyAirGappedBackupVaultArn !== undefined && {
    targetLogicallyAirGappedBackupVaultArn: rule.TargetLogicallyAirGappedBackupVaultArn,
  }),
  targetVaultName: rule.TargetBackupVaultName ?? "",
});
