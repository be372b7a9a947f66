import { AuthorizeSecurityGroupIngressCommand, RevokeSecurityGroupIngressCommand } from "@aws-sdk/client-ec2";
import { securityGroupRuleType } from "./securityGroupRuleType.ts";

/** `aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule` */
export const securityGroupIngressRule = securityGroupRuleType("VPC Security Group Ingress Rule", {
  authorize: (client, input) => client.send(new AuthorizeSecurityGroupIngressCommand(input)),
  revoke: (client, input) => client.send(new RevokeSecurityGroupIngressCommand(input)),
});
