import { DescribeSecurityGroupRulesCommand, EC2Client } from "@aws-sdk/client-ec2";
import type {
  GetSecurityGroupRuleArgs,
  GetSecurityGroupRuleResult,
} from "@pulumi/aws/vpc/getSecurityGroupRule.js";
import { unlessMissing } from "../apiError.ts";
import { filters } from "../ec2/filters.ts";
import { theOnly } from "../findFault.ts";
import type { AwsFunction } from "../function.ts";
import { tagMap } from "../tags.ts";

/** `aws:vpc/getSecurityGroupRule:getSecurityGroupRule`; a rule for every protocol has the ports -1. */
export const getSecurityGroupRule: AwsFunction<GetSecurityGroupRuleArgs, GetSecurityGroupRuleResult> = {
  title: "Security Group Rule",
  async read(args, call) {
    const asked = args.securityGroupRuleId;
    const command = new DescribeSecurityGroupRulesCommand({
      ...(asked !== undefined && { SecurityGroupRuleIds: [asked] }),
      Filters: filters(args.filters),
    });
    const answer = call.client("ec2", EC2Client).send(command, { abortSignal: call.signal });
    const all = (await unlessMissing(answer, "InvalidSecurityGroupRuleId.NotFound"))?.SecurityGroupRules;
    const rule = theOnly(all, "Security Group Rule");
    const id = rule.SecurityGroupRuleId ?? "";
    return {
      arn: await call.arn("ec2", `security-group-rule/${id}`),
      cidrIpv4: rule.CidrIpv4 ?? "",
      cidrIpv6: rule.CidrIpv6 ?? "",
      description: rule.Description ?? "",
      ...(args.filters !== undefined && { filters: args.filters }),
      fromPort: rule.FromPort ?? -1,
      id,
      ipProtocol: rule.IpProtocol ?? "",
      isEgress: rule.IsEgress ?? false,
      prefixListId: rule.PrefixListId ?? "",
      referencedSecurityGroupId: rule.ReferencedGroupInfo?.GroupId ?? "",
      securityGroupId: rule.GroupId ?? "",
      securityGroupRuleId: id,
      tags: { ...tagMap(rule.Tags) },
      toPort: rule.ToPort ?? -1,
    };
  },
};
