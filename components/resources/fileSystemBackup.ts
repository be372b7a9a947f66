import { getVault } from "@pulumi/aws/backup/getVault.js";
import { Plan } from "@pulumi/aws/backup/plan.js";
import { Selection } from "@pulumi/aws/backup/selection.js";
import { Vault } from "@pulumi/aws/backup/vault.js";
import { BackupPolicy } from "@pulumi/aws/efs/backupPolicy.js";
import { Role } from "@pulumi/aws/iam/role.js";
import { RolePolicyAttachment } from "@pulumi/aws/iam/rolePolicyAttachment.js";
import * as pulumi from "@pulumi/pulumi";
import { automaticBackups } from "../plan/backup.ts";
import type { BackupPlan, OwnBackup } from "../plan/copies.ts";
import { formatFaults } from "../settings/formatFaults.ts";
import type { Copied } from "./copied.ts";
import { holdsData } from "./protection.ts";

/**
 * Backups of a file system, or their absence: EFS makes them for a One Zone file system unless it is told not to.
 * https://docs.aws.amazon.com/efs/latest/ug/awsbackup.html
 */
export function makeBackup(name: string, plan: BackupPlan | undefined, copied: Copied): void {
  const { parent, fileSystem, dataProtection } = copied;
  // What backs homes up is held and kept as they are: deleted beside homes that stay, it would stop.
  const opts = { parent, ...holdsData(dataProtection) };
  const own = plan && "plan" in plan ? makeOwnBackup(name, plan, copied, opts) : [];
  new BackupPolicy(
    `${name}-backup`,
    { fileSystemId: fileSystem.id, backupPolicy: plan?.backupPolicy ?? automaticBackups(false) },
    // The automatic backups end when the plan's can begin.
    { ...opts, dependsOn: own },
  );
}

function makeOwnBackup(
  name: string,
  { vault, plan, selection, role, policyArns }: OwnBackup,
  { parent, fileSystem }: Copied,
  opts: pulumi.CustomResourceOptions,
): pulumi.Resource[] {
  const { name: roleName, arn: iamRoleArn } = new Role(`${name}-backup`, role, opts);
  const attachments = Object.entries(policyArns).map(
    ([right, policyArn]) => new RolePolicyAttachment(`${name}-${right}`, { role: roleName, policyArn }, opts),
  );
  const [rule] = plan.rules;
  const targetVaultName = vault
    ? new Vault(`${name}-backup`, vault, opts).name
    : pulumi.output(rule.targetVaultName).apply((wanted) => existingVault(wanted, parent));
  const { id: planId } = new Plan(
    `${name}-backup`,
    { rules: [{ ...rule, targetVaultName }], tags: plan.tags },
    opts,
  );
  return [
    new Selection(
      `${name}-backup`,
      { ...selection, planId, iamRoleArn, resources: [fileSystem.arn] },
      { ...opts, dependsOn: attachments },
    ),
  ];
}

/** The name of a vault that is there: asked for in the preview, before anything is made. */
async function existingVault(name: string, parent: pulumi.Resource): Promise<string> {
  try {
    return (await getVault({ name }, { parent })).name;
  } catch (error) {
    // For a vault that is not there, AWS Backup says that access is denied.
    if (!/ResourceNotFound|couldn't find resource|AccessDenied/.test(String(error))) throw error;
    const fault = {
      path: "fileSystem.create.backup.vault",
      rule: "must be a backup vault of this account in the stack's region, that you may describe",
      got: JSON.stringify(name),
      fix: "`aws backup list-backup-vaults` shows them; without the key, a vault is made.",
    };
    // No error of the component: docs/decisions.md says why.
    throw new pulumi.RunError(formatFaults([fault]));
  }
}
