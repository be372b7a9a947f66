import {
  type AuthorizeSecurityGroupIngressCommandInput,
  type AuthorizeSecurityGroupIngressCommandOutput,
  EC2Client,
  type RevokeSecurityGroupIngressCommandInput,
} from "@aws-sdk/client-ec2";
import { unlessMissing } from "../apiError.ts";
import type { AwsType } from "../awsType.ts";
import { retagged } from "../ec2/securityGroup.ts";
import {
  findRule,
  modifyRule,
  otherSource,
  permissionOf,
  type RuleArgs,
  ruleFailures,
  type RuleState,
  ruleTags,
} from "./securityGroupRule.ts";

/** The two calls in which a rule in and a rule out differ; what is asked and answered is the same. */
interface RuleCalls {
  authorize(
    client: EC2Client,
    input: Pick<AuthorizeSecurityGroupIngressCommandInput, "IpPermissions" | "TagSpecifications"> & {
      GroupId: string;
    },
  ): Promise<Pick<AuthorizeSecurityGroupIngressCommandOutput, "SecurityGroupRules">>;
  revoke(
    client: EC2Client,
    input: Pick<RevokeSecurityGroupIngressCommandInput, "SecurityGroupRuleIds"> & { GroupId: string },
  ): Promise<unknown>;
}

/** What to pass over when a rule is deleted: it is gone already. */
const gone = ["InvalidGroup.NotFound", "InvalidSecurityGroupRuleId.NotFound", "InvalidPermission.NotFound"];

/** A rule of a security group, in one direction. */
export const securityGroupRuleType = (title: string, calls: RuleCalls): AwsType<RuleArgs, RuleState> => ({
  title,
  replaceOn: ["securityGroupId"],
  validate: ruleFailures,
  replaces: otherSource,
  async create(args, call) {
    const made = await calls.authorize(call.client("ec2", EC2Client), {
      GroupId: args.securityGroupId,
      IpPermissions: [permissionOf(args)],
      ...ruleTags(call),
    });
    return made.SecurityGroupRules?.[0]?.SecurityGroupRuleId ?? "";
  },
  find: findRule,
  async update(id, { news, tags }, call) {
    await modifyRule(id, news, call);
    await retagged(id, tags, call);
  },
  async delete(id, { securityGroupId: GroupId }, call) {
    const answer = calls.revoke(call.client("ec2", EC2Client), { GroupId, SecurityGroupRuleIds: [id] });
    await unlessMissing(answer, ...gone);
  },
});
