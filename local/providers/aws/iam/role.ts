import {
  CreateRoleCommand,
  DeleteRoleCommand,
  DeleteRolePermissionsBoundaryCommand,
  DetachRolePolicyCommand,
  GetRoleCommand,
  GetRolePolicyCommand,
  IAMClient,
  ListAttachedRolePoliciesCommand,
  ListRolePoliciesCommand,
  PutRolePermissionsBoundaryCommand,
  TagRoleCommand,
  UntagRoleCommand,
  UpdateAssumeRolePolicyCommand,
  UpdateRoleCommand,
} from "@aws-sdk/client-iam";
import type { Role, RoleArgs } from "@pulumi/aws/iam/role.js";
import { randomBytes } from "node:crypto";
import { unlessMissing } from "../apiError.ts";
import type { ArgsOf, AwsType, StateOf } from "../awsType.ts";
import type { Call } from "../call.ts";
import { type TagChange, tagList } from "../tags.ts";
import { json } from "../validation.ts";
import { documentOf, nameFailures } from "./documents.ts";

type Args = Omit<ArgsOf<RoleArgs>, "assumeRolePolicy"> & { assumeRolePolicy: string };
type State = StateOf<Role>;

const client = (call: Call): IAMClient => call.client("iam", IAMClient);

async function attached(RoleName: string, call: Call): Promise<string[]> {
  const { AttachedPolicies = [] } = await client(call).send(
    new ListAttachedRolePoliciesCommand({ RoleName }),
  );
  return AttachedPolicies.map(({ PolicyArn }) => PolicyArn ?? "");
}

async function inline(RoleName: string, call: Call): Promise<State["inlinePolicies"]> {
  const { PolicyNames = [] } = await client(call).send(new ListRolePoliciesCommand({ RoleName }));
  return Promise.all(
    PolicyNames.map(async (PolicyName) => {
      const found = await client(call).send(new GetRolePolicyCommand({ RoleName, PolicyName }));
      return { name: PolicyName, policy: documentOf(found.PolicyDocument) };
    }),
  );
}

async function retag(RoleName: string, change: TagChange | undefined, call: Call): Promise<void> {
  if (change === undefined) return;
  if (change.remove.length > 0) {
    await client(call).send(new UntagRoleCommand({ RoleName, TagKeys: [...change.remove] }));
  }
  if (Object.keys(change.set).length > 0) {
    await client(call).send(new TagRoleCommand({ RoleName, Tags: tagList(change.set) }));
  }
}

/** `aws:iam/role:Role`: its id is its name. */
export const role: AwsType<Args, State> = {
  title: "IAM Role",
  replaceOn: ["name", "namePrefix", "path"],
  defaults: { forceDetachPolicies: false, maxSessionDuration: 3600, path: "/" },
  decidedByCloud: ["inlinePolicies", "managedPolicyArns", "name", "namePrefix"],
  documents: ["assumeRolePolicy"],
  naming: { property: "name", maxLength: 64 },
  validate: (args) => [
    ...json("assumeRolePolicy", args.assumeRolePolicy),
    ...nameFailures(args.name, 64),
    ...(["inlinePolicies", "managedPolicyArns"] as const)
      .filter((property) => args[property] !== undefined)
      .map((property) => ({
        property,
        reason: "not imitated by the local stand-in: use the separate resources",
      })),
  ],
  async create(args, call) {
    const RoleName = args.name ?? `${args.namePrefix ?? ""}${randomBytes(13).toString("hex")}`;
    await client(call).send(
      new CreateRoleCommand({
        RoleName,
        AssumeRolePolicyDocument: args.assumeRolePolicy,
        Description: args.description,
        MaxSessionDuration: args.maxSessionDuration,
        Path: args.path,
        PermissionsBoundary: args.permissionsBoundary,
        Tags: tagList(call.tags),
      }),
    );
    return call.made(RoleName);
  },
  async find(id, call, last) {
    const command = new GetRoleCommand({ RoleName: id });
    const found = (
      await unlessMissing(
        client(call).send(command, { abortSignal: call.signal }),
        "NoSuchEntity",
        "NoSuchEntityException",
      )
    )?.Role;
    if (found === undefined) return undefined;
    const [managedPolicyArns, inlinePolicies] = await Promise.all([attached(id, call), inline(id, call)]);
    const state: State = {
      arn: found.Arn ?? "",
      assumeRolePolicy: documentOf(found.AssumeRolePolicyDocument),
      createDate: found.CreateDate?.toISOString() ?? "",
      description: found.Description,
      forceDetachPolicies: last.forceDetachPolicies ?? false,
      inlinePolicies,
      managedPolicyArns,
      maxSessionDuration: found.MaxSessionDuration ?? 3600,
      name: found.RoleName ?? id,
      namePrefix: last.namePrefix ?? "",
      path: found.Path,
      permissionsBoundary: found.PermissionsBoundary?.PermissionsBoundaryArn,
      uniqueId: found.RoleId ?? "",
      ...call.shownTags(found.Tags),
    };
    return { state };
  },
  async update(id, { news, state, tags }, call) {
    const iam = client(call);
    if (news.assumeRolePolicy !== state.assumeRolePolicy) {
      const PolicyDocument = news.assumeRolePolicy;
      await iam.send(new UpdateAssumeRolePolicyCommand({ RoleName: id, PolicyDocument }));
    }
    const { description: Description, maxSessionDuration: MaxSessionDuration } = news;
    if (Description !== state.description || MaxSessionDuration !== state.maxSessionDuration) {
      await iam.send(
        new UpdateRoleCommand({ RoleName: id, Description: Description ?? "", MaxSessionDuration }),
      );
    }
    const { permissionsBoundary: PermissionsBoundary } = news;
    if (PermissionsBoundary !== state.permissionsBoundary) {
      await (PermissionsBoundary === undefined
        ? iam.send(new DeleteRolePermissionsBoundaryCommand({ RoleName: id }))
        : iam.send(new PutRolePermissionsBoundaryCommand({ RoleName: id, PermissionsBoundary })));
    }
    await retag(id, tags, call);
  },
  async delete(id, state, call) {
    const iam = client(call);
    if (state.forceDetachPolicies === true) {
      for (const PolicyArn of await attached(id, call)) {
        await iam.send(new DetachRolePolicyCommand({ RoleName: id, PolicyArn }));
      }
    }
    await unlessMissing(
      iam.send(new DeleteRoleCommand({ RoleName: id })),
      "NoSuchEntity",
      "NoSuchEntityException",
    );
  },
};
