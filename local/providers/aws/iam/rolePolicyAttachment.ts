import {
  AttachRolePolicyCommand,
  DetachRolePolicyCommand,
  IAMClient,
  ListAttachedRolePoliciesCommand,
} from "@aws-sdk/client-iam";
import type { RolePolicyAttachment, RolePolicyAttachmentArgs } from "@pulumi/aws/iam/rolePolicyAttachment.js";
import { randomBytes } from "node:crypto";
import { unlessMissing } from "../apiError.ts";
import type { ArgsOf, AwsType, StateOf } from "../awsType.ts";
import type { Call } from "../call.ts";

type Args = Omit<ArgsOf<RolePolicyAttachmentArgs>, "role"> & { role: string };
type State = StateOf<RolePolicyAttachment>;

const client = (call: Call): IAMClient => call.client("iam", IAMClient);
const missing = ["NoSuchEntity", "NoSuchEntityException"];

/** An import names it `role/policy-arn`; the state knows both already. */
function named(id: string, { role, policyArn }: Partial<State>): State {
  const [first = "", ...rest] = id.split("/");
  return { role: role ?? first, policyArn: policyArn ?? rest.join("/") };
}

/** `aws:iam/rolePolicyAttachment:RolePolicyAttachment` */
export const rolePolicyAttachment: AwsType<Args, State> = {
  title: "IAM Role Policy Attachment",
  replaceOn: ["policyArn", "role"],
  deleteBeforeReplace: true,
  async create({ role, policyArn }, call) {
    await client(call).send(new AttachRolePolicyCommand({ RoleName: role, PolicyArn: policyArn }));
    return call.made(`${role}-${randomBytes(13).toString("hex")}`);
  },
  async find(id, call, last) {
    const { role, policyArn } = named(id, last);
    const command = new ListAttachedRolePoliciesCommand({ RoleName: role });
    const answer = await unlessMissing(client(call).send(command, { abortSignal: call.signal }), ...missing);
    const found = answer?.AttachedPolicies?.some(({ PolicyArn }) => PolicyArn === policyArn) === true;
    return found ? { state: { role, policyArn } } : undefined;
  },
  async delete(_id, { role, policyArn }, call) {
    const command = new DetachRolePolicyCommand({ RoleName: role, PolicyArn: policyArn });
    await unlessMissing(client(call).send(command), ...missing);
  },
};
