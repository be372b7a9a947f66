import {
  DescribeSecurityGroupRulesCommand,
  EC2Client,
  ModifySecurityGroupRulesCommand,
  type SecurityGroupRule,
  type SecurityGroupRuleRequest,
  type TagSpecification,
} from "@aws-sdk/client-ec2";
import type {
  SecurityGroupIngressRule,
  SecurityGroupIngressRuleArgs,
} from "@pulumi/aws/vpc/securityGroupIngressRule.js";
import type { Failure } from "../../engine/resourceType.ts";
import { unlessMissing } from "../apiError.ts";
import type { ArgsOf, StateOf } from "../awsType.ts";
import type { Call } from "../call.ts";
import { tagList } from "../tags.ts";

/** Rules in and rules out have the same arguments and the same state. */
export type RuleArgs = ArgsOf<SecurityGroupIngressRuleArgs>;
export type RuleState = StateOf<SecurityGroupIngressRule>;

/** Where traffic comes from or goes to: a rule has exactly one of these. */
const sources = ["cidrIpv4", "cidrIpv6", "prefixListId", "referencedSecurityGroupId"] as const;
/** Protocols that mean all ports: a rule of them has none. */
const portless = ["-1", "all"];

const sourcesOf = (args: RuleArgs): string[] => sources.filter((name) => args[name] !== undefined);

/** One kind of source cannot be turned into another: the rule is made anew. */
export const otherSource = (olds: RuleArgs, news: RuleArgs): boolean =>
  sourcesOf(olds).join() !== sourcesOf(news).join();

/** Exactly one source, ports in range. */
export function ruleFailures(args: RuleArgs): Failure[] {
  const given = sourcesOf(args);
  const failures: Failure[] = [];
  if (given.length !== 1) {
    const found = given.length === 0 ? "none" : given.join(", ");
    const reason = `Exactly one of these attributes must be configured: [${sources.join(",")}]; found ${found}`;
    failures.push({ property: given[1] ?? sources[0], reason });
  }
  for (const name of ["fromPort", "toPort"] as const) {
    const port: unknown = args[name];
    if (typeof port !== "number" || (port >= -1 && port <= 65535)) continue;
    failures.push({ property: name, reason: `value must be between -1 and 65535, got: ${port}` });
  }
  return failures;
}

/** Tags for the rule itself; the API gives back one rule for one source. */
export function ruleTags(call: Call): { TagSpecifications: TagSpecification[] } | undefined {
  const Tags = tagList(call.tags);
  return Tags.length === 0
    ? undefined
    : { TagSpecifications: [{ ResourceType: "security-group-rule", Tags }] };
}

/** The ports as the API wants them: none for "all". */
export const portsOf = ({ ipProtocol, fromPort, toPort }: RuleArgs) =>
  portless.includes(ipProtocol) ? {} : { FromPort: fromPort, ToPort: toPort };

/** The rule as the API looks it up; undefined: it is gone. */
export async function findRule(
  id: string,
  call: Call,
  last: Partial<RuleState>,
): Promise<{ state: RuleState } | undefined> {
  const command = new DescribeSecurityGroupRulesCommand({ SecurityGroupRuleIds: [id] });
  const answer = call.client("ec2", EC2Client).send(command, { abortSignal: call.signal });
  const missing = ["InvalidSecurityGroupRuleId.NotFound", "InvalidGroup.NotFound"];
  const found = (await unlessMissing(answer, ...missing))?.SecurityGroupRules?.[0];
  return found === undefined ? undefined : { state: await stateOf(found, id, call, last) };
}

async function stateOf(
  rule: SecurityGroupRule,
  id: string,
  call: Call,
  last: Partial<RuleState>,
): Promise<RuleState> {
  const protocol = rule.IpProtocol ?? "";
  const all = protocol === "-1";
  return {
    arn: await call.arn("ec2", `security-group-rule/${id}`),
    cidrIpv4: rule.CidrIpv4,
    cidrIpv6: rule.CidrIpv6,
    description: rule.Description,
    fromPort: all ? last.fromPort : rule.FromPort,
    ipProtocol: protocol,
    prefixListId: rule.PrefixListId,
    referencedSecurityGroupId: rule.ReferencedGroupInfo?.GroupId,
    region: call.region,
    securityGroupId: rule.GroupId ?? "",
    securityGroupRuleId: rule.SecurityGroupRuleId ?? "",
    toPort: all ? last.toPort : rule.ToPort,
    ...call.shownTags(rule.Tags),
  };
}

/** Changes a rule in place. */
export async function modifyRule(id: string, news: RuleArgs, call: Call): Promise<void> {
  const SecurityGroupRule: SecurityGroupRuleRequest = {
    IpProtocol: news.ipProtocol,
    ...portsOf(news),
    CidrIpv4: news.cidrIpv4,
    CidrIpv6: news.cidrIpv6,
    PrefixListId: news.prefixListId,
    ReferencedGroupId: news.referencedSecurityGroupId,
    Description: news.description,
  };
  const change = { SecurityGroupRuleId: id, SecurityGroupRule };
  const command = new ModifySecurityGroupRulesCommand({
    GroupId: news.securityGroupId,
    SecurityGroupRules: [change],
  });
  await call.client("ec2", EC2Client).send(command);
}

/** The source of a rule as the calls that make one want it. */
export const permissionOf = (args: RuleArgs) => ({
  IpProtocol: args.ipProtocol,
  ...portsOf(args),
  ...(args.cidrIpv4 !== undefined && {
    IpRanges: [{ CidrIp: args.cidrIpv4, Description: args.description }],
  }),
  ...(args.cidrIpv6 !== undefined && {
    Ipv6Ranges: [{ CidrIpv6: args.cidrIpv6, Description: args.description }],
  }),
  ...(args.prefixListId !== undefined && {
    PrefixListIds: [{ PrefixListId: args.prefixListId, Description: args.description }],
  }),
  ...(args.referencedSecurityGroupId !== undefined && {
    UserIdGroupPairs: [{ GroupId: args.referencedSecurityGroupId, Description: args.description }],
  }),
});
