import {
  DeleteRolePolicyCommand,
  GetRolePolicyCommand,
  IAMClient,
  PutRolePolicyCommand,
} from "@aws-sdk/client-iam";
import type { RolePolicy, RolePolicyArgs } from "@pulumi/aws/iam/rolePolicy.js";
import { randomBytes } from "node:crypto";
import { unlessMissing } from "../apiError.ts";
import type { ArgsOf, AwsType, StateOf } from "../awsType.ts";
import type { Call } from "../call.ts";
import { json } from "../validation.ts";
import { documentOf, nameFailures } from "./documents.ts";

type Args = Omit<ArgsOf<RolePolicyArgs>, "role" | "policy"> & { role: string; policy: string };
type State = StateOf<RolePolicy>;

const client = (call: Call): IAMClient => call.client("iam", IAMClient);
const missing = ["NoSuchEntity", "NoSuchEntityException"];

/** The id is `role:name`, at an import, too. */
const parts = (id: string): { RoleName: string; PolicyName: string } => {
  const [RoleName = "", PolicyName = ""] = id.split(":");
  return { RoleName, PolicyName };
};

/** `aws:iam/rolePolicy:RolePolicy` */
export const rolePolicy: AwsType<Args, State> = {
  title: "IAM Role Policy",
  replaceOn: ["name", "namePrefix", "role"],
  decidedByCloud: ["name", "namePrefix"],
  documents: ["policy"],
  naming: { property: "name", maxLength: 128 },
  validate: (args) => [...json("policy", args.policy), ...nameFailures(args.name, 128)],
  async create({ role, name, namePrefix, policy }, call) {
    const PolicyName = name ?? `${namePrefix ?? ""}${randomBytes(13).toString("hex")}`;
    await client(call).send(new PutRolePolicyCommand({ RoleName: role, PolicyName, PolicyDocument: policy }));
    return call.made(`${role}:${PolicyName}`);
  },
  async find(id, call, last) {
    const { RoleName, PolicyName } = parts(id);
    const answer = client(call).send(new GetRolePolicyCommand({ RoleName, PolicyName }), {
      abortSignal: call.signal,
    });
    const found = await unlessMissing(answer, ...missing);
    if (found === undefined) return undefined;
    const policy = documentOf(found.PolicyDocument);
    return { state: { name: PolicyName, namePrefix: last.namePrefix ?? "", policy, role: RoleName } };
  },
  async update(id, { news }, call) {
    await client(call).send(new PutRolePolicyCommand({ ...parts(id), PolicyDocument: news.policy }));
  },
  async delete(id, _state, call) {
    await unlessMissing(client(call).send(new DeleteRolePolicyCommand(parts(id))), ...missing);
  },
};
