import {
  AuthorizeSecurityGroupEgressCommand,
  EC2Client,
  RevokeSecurityGroupEgressCommand,
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

/** `aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule` */
export const securityGroupEgressRule: AwsType<RuleArgs, RuleState> = {
  title: "VPC Security Group Egress Rule",
  replaceOn: ["securityGroupId"],
  validate: ruleFailures,
  replaces: otherSource,
  async create(args, call) {
    const command = new AuthorizeSecurityGroupEgressCommand({
      GroupId: args.securityGroupId,
      IpPermissions: [permissionOf(args)],
      ...ruleTags(call),
    });
    const made = await call.client("ec2", EC2Client).send(command);
    return made.SecurityGroupRules?.[0]?.SecurityGroupRuleId ?? "";
  },
  find: findRule,
  async update(id, { news, tags }, call) {
    await modifyRule(id, news, call);
    await retagged(id, tags, call);
  },
  async delete(id, state, call) {
    const command = new RevokeSecurityGroupEgressCommand({
      GroupId: state.securityGroupId,
      SecurityGroupRuleIds: [id],
    });
    const missing = [
      "InvalidGroup.NotFound",
      "InvalidSecurityGroupRuleId.NotFound",
      "InvalidPermission.NotFound",
    ];
    await unlessMissing(call.client("ec2", EC2Client).send(command), ...missing);
  },
};
