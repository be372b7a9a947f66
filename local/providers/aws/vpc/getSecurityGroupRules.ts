import { DescribeSecurityGroupRulesCommand, EC2Client } from "@aws-sdk/client-ec2";
import type {
  GetSecurityGroupRulesArgs,
  GetSecurityGroupRulesResult,
} from "@pulumi/aws/vpc/getSecurityGroupRules.js";
import { filters } from "../ec2/filters.ts";
import type { AwsFunction } from "../function.ts";

/** `aws:vpc/getSecurityGroupRules:getSecurityGroupRules`: of one group by the filter `group-id`; none is an answer. */
export const getSecurityGroupRules: AwsFunction<GetSecurityGroupRulesArgs, GetSecurityGroupRulesResult> = {
  title: "Security Group Rules",
  async read(args, call) {
    const command = new DescribeSecurityGroupRulesCommand({ Filters: filters(args.filters, args.tags) });
    const answer = await call.client("ec2", EC2Client).send(command, { abortSignal: call.signal });
    return {
      ...(args.filters !== undefined && { filters: args.filters }),
      id: call.region,
      ids: (answer.SecurityGroupRules ?? []).map(({ SecurityGroupRuleId }) => SecurityGroupRuleId ?? ""),
      ...(args.tags !== undefined && { tags: args.tags }),
    };
  },
};
