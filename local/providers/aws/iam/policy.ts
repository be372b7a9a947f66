import {
  CreatePolicyCommand,
  CreatePolicyVersionCommand,
  DeletePolicyCommand,
  DeletePolicyVersionCommand,
  GetPolicyCommand,
  GetPolicyVersionCommand,
  IAMClient,
  ListPolicyVersionsCommand,
  type PolicyVersion,
  TagPolicyCommand,
  UntagPolicyCommand,
} from "@aws-sdk/client-iam";
import type { Policy, PolicyArgs } from "@pulumi/aws/iam/policy.js";
import { randomBytes } from "node:crypto";
import { unlessMissing } from "../apiError.ts";
import type { ArgsOf, AwsType, StateOf } from "../awsType.ts";
import type { Call } from "../call.ts";
import { tagList } from "../tags.ts";
import { json } from "../validation.ts";
import { documentOf, nameFailures } from "./documents.ts";

type Args = Omit<ArgsOf<PolicyArgs>, "policy"> & { policy: string };
type State = StateOf<Policy>;

const client = (call: Call): IAMClient => call.client("iam", IAMClient);
const missing = ["NoSuchEntity", "NoSuchEntityException"];
/** IAM keeps so many versions of a policy. */
const versionLimit = 5;

async function superseded(PolicyArn: string, call: Call): Promise<PolicyVersion[]> {
  const answer = await unlessMissing(
    client(call).send(new ListPolicyVersionsCommand({ PolicyArn })),
    ...missing,
  );
  return (answer?.Versions ?? []).filter(({ IsDefaultVersion }) => IsDefaultVersion !== true);
}

async function drop(PolicyArn: string, versions: readonly PolicyVersion[], call: Call): Promise<void> {
  for (const { VersionId } of versions)
    await client(call).send(new DeletePolicyVersionCommand({ PolicyArn, VersionId }));
}

/** `aws:iam/policy:Policy`: its id is its ARN; a change of the document is a new version. */
export const policy: AwsType<Args, State> = {
  title: "IAM Policy",
  replaceOn: ["description", "name", "namePrefix", "path"],
  defaults: { path: "/" },
  decidedByCloud: ["name", "namePrefix"],
  documents: ["policy"],
  naming: { property: "name", maxLength: 128 },
  validate: (args) => [...json("policy", args.policy), ...nameFailures(args.name, 128)],
  async create(args, call) {
    const command = new CreatePolicyCommand({
      PolicyName: args.name ?? `${args.namePrefix ?? ""}${randomBytes(13).toString("hex")}`,
      Description: args.description,
      Path: args.path,
      PolicyDocument: args.policy,
      Tags: tagList(call.tags),
    });
    return call.made((await client(call).send(command)).Policy?.Arn ?? "");
  },
  async find(id, call, last) {
    const answer = client(call).send(new GetPolicyCommand({ PolicyArn: id }), { abortSignal: call.signal });
    const found = (await unlessMissing(answer, ...missing))?.Policy;
    if (found === undefined) return undefined;
    const version = new GetPolicyVersionCommand({ PolicyArn: id, VersionId: found.DefaultVersionId });
    const document = (await client(call).send(version)).PolicyVersion?.Document;
    const state: State = {
      arn: id,
      attachmentCount: found.AttachmentCount ?? 0,
      delayAfterPolicyCreationInMs: last.delayAfterPolicyCreationInMs,
      description: found.Description === "" ? undefined : found.Description,
      name: found.PolicyName ?? "",
      namePrefix: last.namePrefix ?? "",
      path: found.Path,
      policy: documentOf(document),
      policyId: found.PolicyId ?? "",
      ...call.shownTags(found.Tags),
    };
    return { state };
  },
  async update(id, { news, state, tags }, call) {
    if (news.policy !== state.policy) {
      const old = await superseded(id, call);
      if (old.length + 1 >= versionLimit) await drop(id, old.slice(-1), call);
      const command = new CreatePolicyVersionCommand({
        PolicyArn: id,
        PolicyDocument: news.policy,
        SetAsDefault: true,
      });
      await client(call).send(command);
    }
    if (tags === undefined) return;
    if (tags.remove.length > 0) {
      await client(call).send(new UntagPolicyCommand({ PolicyArn: id, TagKeys: [...tags.remove] }));
    }
    await client(call).send(new TagPolicyCommand({ PolicyArn: id, Tags: tagList(tags.set) }));
  },
  async delete(id, _state, call) {
    await drop(id, await superseded(id, call), call);
    await unlessMissing(client(call).send(new DeletePolicyCommand({ PolicyArn: id })), ...missing);
  },
};
