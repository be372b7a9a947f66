import {
  CreateBackupVaultCommand,
  DeleteBackupVaultCommand,
  DeleteRecoveryPointCommand,
  DescribeBackupVaultCommand,
  type DescribeBackupVaultOutput,
  DescribeRecoveryPointCommand,
  ListRecoveryPointsByBackupVaultCommand,
} from "@aws-sdk/client-backup";
import type { Vault, VaultArgs } from "@pulumi/aws/backup/vault.js";
import { unlessMissing } from "../apiError.ts";
import type { ArgsOf, AwsType, StateOf } from "../awsType.ts";
import type { Call } from "../call.ts";
import { backups, nameFailures, retag, tagsOf } from "./backups.ts";

type Args = ArgsOf<VaultArgs>;
type State = StateOf<Vault>;

const missing = "ResourceNotFoundException";

/** A vault by its name; AWS refuses to describe what is not there. */
export function described(name: string, call: Call): Promise<DescribeBackupVaultOutput | undefined> {
  const command = new DescribeBackupVaultCommand({ BackupVaultName: name });
  const answer = backups(call).send(command, { abortSignal: call.signal });
  return unlessMissing(answer, missing, "AccessDeniedException");
}

async function empty(BackupVaultName: string, call: Call): Promise<void> {
  const listed = backups(call).send(new ListRecoveryPointsByBackupVaultCommand({ BackupVaultName }));
  for (const { RecoveryPointArn = "" } of (await unlessMissing(listed, missing))?.RecoveryPoints ?? []) {
    const point = { BackupVaultName, RecoveryPointArn };
    await unlessMissing(backups(call).send(new DeleteRecoveryPointCommand(point)), missing);
    await call.wait(`Backup Vault recovery point (${RecoveryPointArn}) delete`, 600, async () => {
      const found = backups(call).send(new DescribeRecoveryPointCommand(point));
      return (await unlessMissing(found, missing)) === undefined ? true : undefined;
    });
  }
}

/** `aws:backup/vault:Vault`: its id is its name; one with recovery points goes only when it is told to. */
export const vault: AwsType<Args, State> = {
  title: "Backup Vault",
  replaceOn: ["kmsKeyArn", "name"],
  defaults: { forceDestroy: false },
  decidedByCloud: ["kmsKeyArn", "name"],
  naming: { property: "name", maxLength: 50 },
  validate: ({ name }) => nameFailures("name", name, /^[\w-]{2,50}$/),
  async create({ name = "", kmsKeyArn }, call) {
    const command = new CreateBackupVaultCommand({
      BackupVaultName: name,
      BackupVaultTags: { ...call.tags },
      EncryptionKeyArn: kmsKeyArn,
    });
    await backups(call).send(command);
    return call.made(name);
  },
  async find(id, call, last) {
    const found = await described(id, call);
    if (found === undefined) return undefined;
    const arn = found.BackupVaultArn ?? "";
    const state: State = {
      arn,
      forceDestroy: last.forceDestroy ?? false,
      kmsKeyArn: found.EncryptionKeyArn ?? "",
      name: found.BackupVaultName ?? id,
      recoveryPoints: found.NumberOfRecoveryPoints ?? 0,
      region: call.region,
      ...call.shownTags(await tagsOf(arn, call)),
    };
    return { state };
  },
  update: (_id, { state, tags }, call) => retag(state.arn, tags, call),
  async delete(id, { forceDestroy }, call) {
    if (forceDestroy === true) await empty(id, call);
    await unlessMissing(backups(call).send(new DeleteBackupVaultCommand({ BackupVaultName: id })), missing);
  },
};
