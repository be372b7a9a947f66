import { AuthorizeSecurityGroupEgressCommand, RevokeSecurityGroupEgressCommand } from "@aws-sdk/client-ec2";
import { securityGroupRuleType } from "./securityGroupRuleType.ts";

/** `aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule` */
export const securityGroupEgressRule = securityGroupRuleType("VPC Security Group Egress Rule", {
  authorize: (client, input) => client.send(new AuthorizeSecurityGroupEgressCommand(input)),
  revoke: (client, input) => client.send(new RevokeSecurityGroupEgressCommand(input)),
});
