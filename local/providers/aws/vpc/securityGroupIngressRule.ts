import {
  AuthorizeSecurityGroupIngressCommand,
  EC2Client,
  RevokeSecurityGroupIngressCommand,
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

/** `aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule` */
export const securityGroupIngressRule: AwsType<RuleArgs, RuleState> = {
  title: "VPC Security Group Ingress Rule",
  replaceOn: ["securityGroupId"],
  validate: ruleFailures,
  replaces: otherSource,
  async create(args, call) {
    const command = new AuthorizeSecurityGroupIngressCommand({
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
    const command = new RevokeSecurityGroupIngressCommand({
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
