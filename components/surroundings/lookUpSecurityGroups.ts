import { getSecurityGroup } from "@pulumi/aws/ec2/getSecurityGroup.js";
import {
  getSecurityGroupRule,
  type GetSecurityGroupRuleResult,
} from "@pulumi/aws/vpc/getSecurityGroupRule.js";
import { getSecurityGroupRules } from "@pulumi/aws/vpc/getSecurityGroupRules.js";
import type { FoundRule, FoundSecurityGroup } from "./foundFileSystem.ts";
import { unlessMissing } from "./notFound.ts";

/** Security groups, with what they let in, by id. */
export async function lookUpSecurityGroups(
  ids: readonly string[],
): Promise<Record<string, FoundSecurityGroup>> {
  const groups = await Promise.all(
    ids.map(async (id): Promise<[string, FoundSecurityGroup]> => {
      const [{ tags }, ingress] = await Promise.all([getSecurityGroup({ id }), ingressOf(id)]);
      return [id, { tags, ingress }];
    }),
  );
  return Object.fromEntries(groups);
}

async function ingressOf(groupId: string): Promise<FoundRule[]> {
  const { ids } = await getSecurityGroupRules({ filters: [{ name: "group-id", values: [groupId] }] });
  const rules = await Promise.all(
    // A rule that was revoked meanwhile is none.
    ids.map((securityGroupRuleId) => unlessMissing(getSecurityGroupRule({ securityGroupRuleId }))),
  );
  return rules
    .filter((rule) => rule !== undefined)
    .filter(({ isEgress }) => !isEgress)
    .map(ruleOf);
}

/** The provider gives what a rule does not have as an empty text. */
const ruleOf = (rule: GetSecurityGroupRuleResult): FoundRule => ({
  protocol: rule.ipProtocol,
  fromPort: rule.fromPort,
  toPort: rule.toPort,
  ...(rule.referencedSecurityGroupId !== "" && { securityGroupId: rule.referencedSecurityGroupId }),
  ...(rule.cidrIpv4 !== "" && { cidr: rule.cidrIpv4 }),
});
