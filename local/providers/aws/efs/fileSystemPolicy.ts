import {
  DeleteFileSystemPolicyCommand,
  DescribeFileSystemPolicyCommand,
  EFSClient,
  PutFileSystemPolicyCommand,
} from "@aws-sdk/client-efs";
import type { FileSystemPolicy, FileSystemPolicyArgs } from "@pulumi/aws/efs/fileSystemPolicy.js";
import { hasCode, unlessMissing } from "../apiError.ts";
import type { ArgsOf, AwsType, StateOf } from "../awsType.ts";
import type { Call } from "../call.ts";
import { json } from "../validation.ts";

type Args = ArgsOf<FileSystemPolicyArgs>;
type State = StateOf<FileSystemPolicy>;

const client = (call: Call): EFSClient => call.client("efs", EFSClient);

/** What EFS says of a role that it does not know: of one that was made just now as well, for a while. */
const unknownRole = (error: unknown): boolean =>
  error instanceof Error &&
  hasCode(error, "InvalidPolicyException") &&
  error.message.includes("invalid Principal block");

async function put(args: Args, call: Call): Promise<void> {
  const command = new PutFileSystemPolicyCommand({
    FileSystemId: args.fileSystemId,
    Policy: args.policy,
    BypassPolicyLockoutSafetyCheck: args.bypassPolicyLockoutSafetyCheck,
  });
  await call.persist(120, () => client(call).send(command), unknownRole);
}

/** `aws:efs/fileSystemPolicy:FileSystemPolicy`: who may mount, write and be root; its id is the file system's. */
export const fileSystemPolicy: AwsType<Args, State> = {
  title: "EFS File System Policy",
  replaceOn: ["fileSystemId"],
  documents: ["policy"],
  defaults: { bypassPolicyLockoutSafetyCheck: false },
  validate: (args) => json("policy", args.policy),
  async create(args, call) {
    await put(args, call);
    return args.fileSystemId;
  },
  async find(id, call, last) {
    const answer = client(call).send(new DescribeFileSystemPolicyCommand({ FileSystemId: id }));
    const found = await unlessMissing(answer, "FileSystemNotFound", "PolicyNotFound");
    if (found === undefined) return undefined;
    // The API does not tell this back: it is a word about the call, not about the policy.
    const bypassPolicyLockoutSafetyCheck = last.bypassPolicyLockoutSafetyCheck ?? false;
    const policy = found.Policy ?? "";
    return { state: { bypassPolicyLockoutSafetyCheck, fileSystemId: id, policy, region: call.region } };
  },
  update: (_id, { news }, call) => put(news, call),
  async delete(id, _state, call) {
    const command = new DeleteFileSystemPolicyCommand({ FileSystemId: id });
    await unlessMissing(client(call).send(command), "FileSystemNotFound", "PolicyNotFound");
  },
};
