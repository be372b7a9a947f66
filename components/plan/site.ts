import type { Input } from "@pulumi/pulumi";

/**
 * What exists already and a stack builds on. Its keys are plain data, for they decide which resources exist;
 * its values may be known only after an update.
 */
export interface Site {
  readonly clusterName: Input<string>;
  readonly vpcId: Input<string>;
  /** One subnet for each zone that gets a mount target: `{"us-east-1a": "subnet-…"}`. Absent: not looked up. */
  readonly subnets?: Readonly<Record<string, Input<string>>>;
  /** The security groups whose members may mount, under labels that never change. Absent: not looked up. */
  readonly clientSecurityGroups?: Readonly<Record<string, Input<string>>>;
  /** `aws`, `aws-cn` or `aws-us-gov`. */
  readonly partition: string;
  /** Whether pods can get a role by EKS Pod Identity. Absent: not looked up. */
  readonly podIdentityAgent?: boolean;
}
