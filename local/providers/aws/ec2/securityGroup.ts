import {
  CreateSecurityGroupCommand,
  CreateTagsCommand,
  DeleteSecurityGroupCommand,
  DeleteTagsCommand,
  DescribeSecurityGroupsCommand,
  EC2Client,
  type SecurityGroup as Group,
  RevokeSecurityGroupEgressCommand,
  RevokeSecurityGroupIngressCommand,
} from "@aws-sdk/client-ec2";
import type { SecurityGroup, SecurityGroupArgs } from "@pulumi/aws/ec2/securityGroup.js";
import { randomBytes } from "node:crypto";
import type { Failure } from "../../engine/resourceType.ts";
import { unknown } from "../../engine/values.ts";
import { hasCode, unlessMissing } from "../apiError.ts";
import type { ArgsOf, AwsType, StateOf } from "../awsType.ts";
import type { Call } from "../call.ts";
import { type TagChange, tagList } from "../tags.ts";
import { rulesOf } from "./inlineRules.ts";

type Args = ArgsOf<SecurityGroupArgs>;
type State = StateOf<SecurityGroup>;

const client = (call: Call): EC2Client => call.client("ec2", EC2Client);

/** The codes by which EC2 says that there is no such group. */
export const missingGroup = [
  "InvalidGroup.NotFound",
  "InvalidGroupId.NotFound",
  "InvalidSecurityGroupID.NotFound",
] as const;

async function described(id: string, call: Call): Promise<Group | undefined> {
  const answer = client(call).send(new DescribeSecurityGroupsCommand({ GroupIds: [id] }), {
    abortSignal: call.signal,
  });
  return (await unlessMissing(answer, ...missingGroup))?.SecurityGroups?.[0];
}

/** Changes the tags of anything of EC2. */
export async function retagged(id: string, change: TagChange | undefined, call: Call): Promise<void> {
  if (change === undefined) return;
  if (change.remove.length > 0) {
    const Tags = change.remove.map((Key) => ({ Key }));
    await client(call).send(new DeleteTagsCommand({ Resources: [id], Tags }));
  }
  if (Object.keys(change.set).length > 0) {
    await client(call).send(new CreateTagsCommand({ Resources: [id], Tags: tagList(change.set) }));
  }
}

/** AWS gives a new group a rule that lets everything out; the official provider takes it away. */
async function closeEgress(id: string, call: Call): Promise<void> {
  const open = [{ IpProtocol: "-1", IpRanges: [{ CidrIp: "0.0.0.0/0" }] }];
  try {
    await client(call).send(new RevokeSecurityGroupEgressCommand({ GroupId: id, IpPermissions: open }));
  } catch (error) {
    if (!hasCode(error, "InvalidPermission.NotFound")) throw error;
  }
}

function failures({ name, ingress, egress }: Args): Failure[] {
  const inline = [ingress, egress].some((rules) => rules !== undefined);
  return [
    ...(name !== undefined && name !== unknown && name.startsWith("sg-")
      ? [{ property: "name", reason: 'cannot begin with "sg-"' }]
      : []),
    ...(inline
      ? [
          {
            property: "ingress",
            reason: "inline rules are not imitated by the local stand-in: use aws.vpc rule resources",
          },
        ]
      : []),
  ];
}

async function revokeAll({ GroupId, IpPermissions, IpPermissionsEgress }: Group, call: Call): Promise<void> {
  if (IpPermissions?.length)
    await client(call).send(new RevokeSecurityGroupIngressCommand({ GroupId, IpPermissions }));
  if (!IpPermissionsEgress?.length) return;
  await client(call).send(
    new RevokeSecurityGroupEgressCommand({ GroupId, IpPermissions: IpPermissionsEgress }),
  );
}

/** `aws:ec2/securityGroup:SecurityGroup`: without inline rules, which are for separate rule resources to hold. */
export const securityGroup: AwsType<Args, State> = {
  title: "EC2 Security Group",
  replaceOn: ["description", "name", "namePrefix", "vpcId"],
  defaults: { description: "Managed by Pulumi", revokeRulesOnDelete: false },
  decidedByCloud: ["egress", "ingress", "name", "namePrefix", "vpcId"],
  sets: ["egress", "ingress"],
  naming: { property: "name", maxLength: 255 },
  validate: failures,
  async create(args, call) {
    const name = args.name ?? `${args.namePrefix ?? ""}${randomBytes(13).toString("hex")}`;
    const tags = { ResourceType: "security-group", Tags: tagList(call.tags) } as const;
    const made = await client(call).send(
      new CreateSecurityGroupCommand({
        GroupName: name,
        Description: args.description,
        VpcId: args.vpcId,
        ...(tags.Tags.length > 0 && { TagSpecifications: [tags] }),
      }),
    );
    const id = call.made(made.GroupId ?? "");
    await closeEgress(id, call);
    return id;
  },
  async find(id, call, last) {
    const found = await described(id, call);
    if (found === undefined) return undefined;
    const state: State = {
      arn: await call.arn("ec2", `security-group/${id}`),
      description: found.Description ?? "",
      egress: rulesOf(found.IpPermissionsEgress, id),
      ingress: rulesOf(found.IpPermissions, id),
      name: found.GroupName ?? "",
      namePrefix: last.namePrefix ?? "",
      ownerId: found.OwnerId ?? "",
      region: call.region,
      revokeRulesOnDelete: last.revokeRulesOnDelete ?? false,
      vpcId: found.VpcId ?? "",
      ...call.shownTags(found.Tags),
    };
    return { state };
  },
  update: (id, { tags }, call) => retagged(id, tags, call),
  async delete(id, state, call) {
    const found = await described(id, call);
    if (found !== undefined && state.revokeRulesOnDelete === true) await revokeAll(found, call);
    // What still uses the group may be going away at this very moment: the official provider tries again, too.
    await call.wait(`EC2 Security Group (${id}) delete`, 900, async () => {
      try {
        await unlessMissing(
          client(call).send(new DeleteSecurityGroupCommand({ GroupId: id })),
          ...missingGroup,
        );
        return true;
      } catch (error) {
        if (!hasCode(error, "DependencyViolation", "InvalidGroup.InUse")) throw error;
        return undefined;
      }
    });
  },
};
