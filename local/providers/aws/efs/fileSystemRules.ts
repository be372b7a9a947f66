import type { FileSystemArgs } from "@pulumi/aws/efs/fileSystem.js";
import type { Failure } from "../../engine/resourceType.ts";
import { unknown } from "../../engine/values.ts";
import type { ArgsOf } from "../awsType.ts";
import { oneOf } from "../validation.ts";

const days = [
  "1_DAY",
  "7_DAYS",
  "14_DAYS",
  "30_DAYS",
  "60_DAYS",
  "90_DAYS",
  "180_DAYS",
  "270_DAYS",
  "365_DAYS",
];
const ages = days.map((age) => `AFTER_${age}`);

/** The official provider's own rules for a file system: they fail in the preview, before any call. */
export function fileSystemFailures(args: ArgsOf<FileSystemArgs>): Failure[] {
  const { creationToken, encrypted, kmsKeyId, lifecyclePolicies = [], throughputMode } = args;
  const failures = [
    ...oneOf("performanceMode", args.performanceMode, ["generalPurpose", "maxIO"]),
    ...oneOf("throughputMode", throughputMode, ["bursting", "provisioned", "elastic"]),
    ...oneOf("protection.replicationOverwrite", args.protection?.replicationOverwrite, [
      "ENABLED",
      "DISABLED",
    ]),
  ];
  if (creationToken !== undefined && creationToken !== unknown && creationToken.length > 64) {
    failures.push({ property: "creationToken", reason: "expected length to be in the range (0 - 64)" });
  }
  if (kmsKeyId !== undefined && kmsKeyId !== unknown) {
    if (!kmsKeyId.startsWith("arn:")) failures.push({ property: "kmsKeyId", reason: "is an invalid ARN" });
    if (encrypted === false || encrypted === undefined) {
      failures.push({
        property: "kmsKeyId",
        reason: "encrypted must be set to true when kmsKeyId is specified",
      });
    }
  }
  if (Array.isArray(lifecyclePolicies)) {
    if (lifecyclePolicies.length > 3) {
      failures.push({
        property: "lifecyclePolicies",
        reason: "Too many lifecyclePolicies: no more than 3 are supported",
      });
    }
    for (const [i, policy] of lifecyclePolicies.entries()) {
      const at = `lifecyclePolicies[${i}]`;
      failures.push(...oneOf(`${at}.transitionToIa`, policy.transitionToIa, ages));
      failures.push(...oneOf(`${at}.transitionToArchive`, policy.transitionToArchive, ages));
      const back = policy.transitionToPrimaryStorageClass;
      failures.push(...oneOf(`${at}.transitionToPrimaryStorageClass`, back, ["AFTER_1_ACCESS"]));
    }
  }
  return failures;
}
