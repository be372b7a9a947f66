import {
  DescribeBackupPolicyCommand,
  EFSClient,
  PutBackupPolicyCommand,
  type Status,
} from "@aws-sdk/client-efs";
import type { BackupPolicy, BackupPolicyArgs } from "@pulumi/aws/efs/backupPolicy.js";
import { unlessMissing } from "../apiError.ts";
import type { ArgsOf, AwsType, StateOf } from "../awsType.ts";
import type { Call } from "../call.ts";
import { oneOf } from "../validation.ts";

type Args = ArgsOf<BackupPolicyArgs>;
type State = StateOf<BackupPolicy>;

async function status(id: string, call: Call): Promise<string | undefined> {
  const answer = call.client("efs", EFSClient).send(new DescribeBackupPolicyCommand({ FileSystemId: id }));
  return (await unlessMissing(answer, "FileSystemNotFound", "PolicyNotFound"))?.BackupPolicy?.Status;
}

async function put(id: string, wanted: Status, call: Call): Promise<void> {
  const command = new PutBackupPolicyCommand({ FileSystemId: id, BackupPolicy: { Status: wanted } });
  await call.client("efs", EFSClient).send(command);
  await call.wait(`EFS Backup Policy (${id}) ${wanted}`, 600, async () =>
    (await status(id, call)) === wanted ? true : undefined,
  );
}

/** `aws:efs/backupPolicy:BackupPolicy`: a switch of the file system, whose id it has. Deleting it switches it off. */
export const backupPolicy: AwsType<Args, State> = {
  title: "EFS Backup Policy",
  replaceOn: ["fileSystemId"],
  validate: (args) => oneOf("backupPolicy.status", args.backupPolicy.status, ["ENABLED", "DISABLED"]),
  async create({ fileSystemId, backupPolicy: policy }, call) {
    await put(fileSystemId, policy.status as Status, call);
    return fileSystemId;
  },
  async find(id, call) {
    const now = await status(id, call);
    if (now === undefined || now === "DISABLING") return undefined;
    return { state: { backupPolicy: { status: now }, fileSystemId: id, region: call.region } };
  },
  update: (id, { news }, call) => put(id, news.backupPolicy.status as Status, call),
  async delete(id, _state, call) {
    await unlessMissing(put(id, "DISABLED", call), "FileSystemNotFound");
  },
};
