import type { GetVaultArgs, GetVaultResult } from "@pulumi/aws/backup/getVault.js";
import { present } from "../findFault.ts";
import type { AwsFunction } from "../function.ts";
import { tagMap } from "../tags.ts";
import { tagsOf } from "./backups.ts";
import { described } from "./vault.ts";

/** `aws:backup/getVault:getVault` */
export const getVault: AwsFunction<GetVaultArgs, GetVaultResult> = {
  title: "Backup Vault",
  subject: ({ name }) => `Backup Vault (${name})`,
  async read({ name }, call) {
    const found = present(await described(name, call));
    const arn = found.BackupVaultArn ?? "";
    return {
      arn,
      id: name,
      kmsKeyArn: found.EncryptionKeyArn ?? "",
      name: found.BackupVaultName ?? name,
      recoveryPoints: found.NumberOfRecoveryPoints ?? 0,
      tags: { ...tagMap(await tagsOf(arn, call)) },
    };
  },
};
