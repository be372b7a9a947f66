import { SecurityGroup } from "@pulumi/aws/ec2/securityGroup.js";
import { FileSystem } from "@pulumi/aws/efs/fileSystem.js";
import { MountTarget } from "@pulumi/aws/efs/mountTarget.js";
import { SecurityGroupIngressRule } from "@pulumi/aws/vpc/securityGroupIngressRule.js";
import * as pulumi from "@pulumi/pulumi";
import type { FileSystemChoiceArgs } from "../args.ts";
import { planSharedFileSystem } from "../plan/makePlan.ts";
import { entriesOf, type FileSystemPlan } from "../plan/plan.ts";
import { placeFaults } from "../plan/placeFaults.ts";
import { componentPaths, networkFaults } from "../plan/siteFaults.ts";
import type { DataProtection } from "../settings/choices.ts";
import { holdsData } from "./protection.ts";
import { settle, withAnyHub } from "./settle.ts";

/** What a `SharedFileSystem` is made of. */
export interface SharedFileSystemArgs {
  /** The VPC of the nodes; a file system serves one VPC. */
  vpcId: pulumi.Input<string>;
  /** One subnet for each zone where nodes run: `{"us-east-1a": "subnet-…"}`. A zone without one cannot mount. */
  subnets: Record<string, pulumi.Input<string>>;
  /** The security groups of the nodes, under labels of yours that never change: `{nodes: "sg-…"}`. */
  clientSecurityGroups: Record<string, pulumi.Input<string>>;
  /** Default: a new file system, encrypted and elastic. */
  fileSystem?: FileSystemChoiceArgs;
  /** What becomes of the file system when it would be deleted or replaced. Default protect. */
  dataProtection?: DataProtection;
  /** On every resource; at most 40. */
  tags?: Record<string, pulumi.Input<string>>;
}

/** A mount target, by which the nodes of one zone reach the file system. */
export interface MountTargetOutput {
  id: string;
  ipAddress: string;
}

/**
 * An EFS file system with a mount target in each zone, open for NFS from the given security groups and for nothing
 * else. https://docs.aws.amazon.com/efs/latest/ug/accessing-fs.html
 */
export class SharedFileSystem extends pulumi.ComponentResource {
  /** The file system itself. Known before it can be mounted: depend on this component to mount. */
  public readonly fileSystemId: pulumi.Output<string>;
  /** The security group of the mount targets. */
  public readonly securityGroupId: pulumi.Output<string>;
  /** By zone. */
  public readonly mountTargets: pulumi.Output<Record<string, MountTargetOutput>>;

  public constructor(name: string, args: SharedFileSystemArgs, opts?: pulumi.ComponentResourceOptions) {
    super("jupyterhub-efs:index:SharedFileSystem", name, {}, opts);
    const { fileSystem: choice, dataProtection, tags, ...site } = args;
    const settings = settle(this, withAnyHub({ fileSystem: choice, dataProtection, tags }), (settled) => {
      const faults = placeFaults(site);
      return faults.length > 0 ? faults : networkFaults(settled, site, componentPaths);
    });
    const plan = planSharedFileSystem(settings, site);
    const child = { parent: this };

    const fileSystemId = plan.fileSystem
      ? new FileSystem(name, plan.fileSystem, { ...child, ...holdsData(settings.dataProtection) }).id
      : pulumi.output(settings.fileSystem.existing?.id ?? "");
    const securityGroup = new SecurityGroup(`${name}-nfs`, plan.securityGroup, child);
    const rules = makeIngressRules(name, plan, securityGroup, child);
    const mountTargets = makeMountTargets(name, plan, fileSystemId, securityGroup, {
      ...child,
      dependsOn: rules,
    });

    this.fileSystemId = fileSystemId;
    this.securityGroupId = securityGroup.id;
    this.mountTargets = pulumi.output(mountTargets);
    this.registerOutputs({
      fileSystemId: this.fileSystemId,
      securityGroupId: this.securityGroupId,
      mountTargets: this.mountTargets,
    });
  }
}

function makeIngressRules(
  name: string,
  { securityGroupIngressRules }: FileSystemPlan,
  securityGroup: SecurityGroup,
  opts: pulumi.CustomResourceOptions,
): SecurityGroupIngressRule[] {
  return entriesOf(securityGroupIngressRules).map(
    ([label, rule]) =>
      new SecurityGroupIngressRule(
        `${name}-nfs-from-${label}`,
        { ...rule, securityGroupId: securityGroup.id },
        opts,
      ),
  );
}

function makeMountTargets(
  name: string,
  { mountTargets }: FileSystemPlan,
  fileSystemId: pulumi.Input<string>,
  securityGroup: SecurityGroup,
  opts: pulumi.CustomResourceOptions,
): Record<string, { id: pulumi.Output<string>; ipAddress: pulumi.Output<string> }> {
  return Object.fromEntries(
    entriesOf(mountTargets).map(([zone, { subnetId }]) => {
      const { id, ipAddress } = new MountTarget(
        `${name}-${zone}`,
        { fileSystemId, subnetId, securityGroups: [securityGroup.id] },
        // A target that exists keeps its subnet: to move it would cut the zone off.
        { ...opts, ignoreChanges: ["subnetId"] },
      );
      return [zone, { id, ipAddress }];
    }),
  );
}
