import { SecurityGroup } from "@pulumi/aws/ec2/securityGroup.js";
import { MountTarget } from "@pulumi/aws/efs/mountTarget.js";
import { SecurityGroupIngressRule } from "@pulumi/aws/vpc/securityGroupIngressRule.js";
import type * as pulumi from "@pulumi/pulumi";
import { entriesOf, type FileSystemPlan, KNOWN_AFTER_UP } from "../plan/plan.ts";

/** A mount target, by which the nodes of one zone reach the file system. */
export interface MountTargetOutput {
  id: string;
  ipAddress: string;
}

/** How the nodes reach a file system through what was made. */
export interface Doors {
  readonly securityGroup: SecurityGroup;
  /** By zone. */
  readonly mountTargets: Record<string, { id: pulumi.Output<string>; ipAddress: pulumi.Output<string> }>;
}

/** What the mount targets of a plan need beside it. */
interface Ground {
  readonly fileSystemId: pulumi.Input<string>;
  /** What the security group carries beside the plan's tags. */
  readonly tags: Record<string, pulumi.Input<string>>;
}

/** The planned mount targets, and the security group that they are in; undefined where the plan has none. */
export function makeMountTargets(
  name: string,
  plan: FileSystemPlan,
  { fileSystemId, tags }: Ground,
  opts: pulumi.CustomResourceOptions,
): Doors | undefined {
  // A component always knows its zones.
  if (plan.securityGroup === undefined || plan.securityGroup === KNOWN_AFTER_UP) return undefined;
  const group = { ...plan.securityGroup, tags: { ...plan.securityGroup.tags, ...tags } };
  const securityGroup = new SecurityGroup(`${name}-nfs`, group, opts);
  const rules = makeIngressRules(name, plan, securityGroup, opts);
  const targets = entriesOf(plan.mountTargets).map(([zone, { subnetId }]) => {
    const { id, ipAddress } = new MountTarget(
      `${name}-${zone}`,
      { fileSystemId, subnetId, securityGroups: [securityGroup.id] },
      // A target that exists keeps its subnet: to move it would cut the zone off.
      { ...opts, dependsOn: rules, ignoreChanges: ["subnetId"] },
    );
    return [zone, { id, ipAddress }] as const;
  });
  return { securityGroup, mountTargets: Object.fromEntries(targets) };
}

const makeIngressRules = (
  name: string,
  { securityGroupIngressRules }: FileSystemPlan,
  securityGroup: SecurityGroup,
  opts: pulumi.CustomResourceOptions,
): SecurityGroupIngressRule[] =>
  entriesOf(securityGroupIngressRules ?? {}).map(
    ([label, rule]) =>
      new SecurityGroupIngressRule(
        `${name}-nfs-from-${label}`,
        { ...rule, securityGroupId: securityGroup.id },
        opts,
      ),
  );
