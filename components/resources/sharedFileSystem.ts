import { FileSystem } from "@pulumi/aws/efs/fileSystem.js";
import * as pulumi from "@pulumi/pulumi";
import type { ExistingPlaceArgs, FileSystemChoiceArgs } from "../fileSystemArgs.ts";
import { planSharedFileSystem } from "../plan/makePlan.ts";
import { placeFaults } from "../plan/placeFaults.ts";
import { componentPaths, networkFaults } from "../plan/siteFaults.ts";
import type { DataProtection } from "../settings/choices.ts";
import type { Settings } from "../settings/settings.ts";
import { makeBackup } from "./fileSystemBackup.ts";
import { makeReplica } from "./fileSystemReplica.ts";
import type { HomesHubArgs } from "./homeStorage.ts";
import { realHubTags } from "./hubTags.ts";
import { makeMountTargets, type MountTargetOutput } from "./mountTargets.ts";
import { creationToken } from "./creationToken.ts";
import { holdsData } from "./protection.ts";
import { anyHomes, settle, withAnyHub } from "./settle.ts";

export type { MountTargetOutput } from "./mountTargets.ts";

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
  /**
   * For an existing file system: the mount targets that it has, and are not of this stack. They are never changed. Without
   * it, every zone of `subnets` gets one if `createMissingMountTargets` says so, and none if not.
   */
  existingFileSystem?: ExistingPlaceArgs;
  /** For the security group's tag, by which the mount targets in it are known where hubs share a file system. */
  clusterName?: pulumi.Input<string>;
  /** The hub that it is made for: part of that tag. */
  hub?: HomesHubArgs;
  /** What becomes of the file system, and of copies of it, when it would be deleted or replaced. Default protect. */
  dataProtection?: DataProtection;
  /** `aws`, `aws-cn` or `aws-us-gov`. Default `aws`. */
  partition?: string;
  /** On every resource; at most 40. */
  tags?: Record<string, pulumi.Input<string>>;
}

/**
 * An EFS file system with a mount target in each zone, open for NFS from the given security groups and for nothing
 * else. One that is there already is never changed: see `fileSystem.existing`. https://docs.aws.amazon.com/efs/latest/ug/accessing-fs.html
 */
export class SharedFileSystem extends pulumi.ComponentResource {
  /** The file system itself. Known before it can be mounted: depend on this component to mount. */
  public readonly fileSystemId: pulumi.Output<string>;
  /** The security group of the mount targets that were made; absent where none was. */
  public readonly securityGroupId: pulumi.Output<string> | undefined;
  /** By zone: those that were made, and those that were there. */
  public readonly mountTargets: pulumi.Output<Record<string, MountTargetOutput>>;

  public constructor(name: string, args: SharedFileSystemArgs, opts?: pulumi.ComponentResourceOptions) {
    super("jupyterhub-efs:index:SharedFileSystem", name, {}, opts);
    const { fileSystem: choice, dataProtection, tags, hub, partition = "aws", ...site } = args;
    const given = { fileSystem: choice, dataProtection, tags, hub, ...anyHomes };
    const settings = settle(name, withAnyHub(given), (settled) => {
      const faults = placeFaults(site);
      return faults.length > 0 ? faults : networkFaults(settled, site, componentPaths);
    });
    const plan = planSharedFileSystem(settings, { ...site, partition });
    const child = { parent: this };

    const made =
      plan.fileSystem &&
      new FileSystem(
        name,
        { ...plan.fileSystem, creationToken: creationToken(name, plan.fileSystem) },
        {
          ...child,
          ...holdsData(settings.dataProtection),
          // Another token would be another file system: it says something only while one is made.
          ignoreChanges: ["creationToken"],
          // The provider deletes first what has a name of the program's own. Two tokens can stand side by side.
          deleteBeforeReplace: false,
        },
      );
    if (made) {
      const copied = { parent: this, fileSystem: made, dataProtection: settings.dataProtection };
      makeBackup(name, plan.backup, copied);
      if (plan.replication) makeReplica(name, plan.replication, copied);
    }
    const fileSystemId = made?.id ?? pulumi.output(settings.fileSystem.existing?.id ?? "");
    const doors = makeMountTargets(
      name,
      plan,
      { fileSystemId, tags: realHubTags(site.clusterName, settings.hub.namespace) },
      child,
    );

    this.fileSystemId = fileSystemId;
    this.securityGroupId = doors?.securityGroup.id;
    this.mountTargets = pulumi.output({
      ...targetsThere(settings, site),
      ...doors?.mountTargets,
    });
    this.registerOutputs({
      fileSystemId: this.fileSystemId,
      securityGroupId: this.securityGroupId,
      mountTargets: this.mountTargets,
    });
  }
}

const targetsThere = (
  { fileSystem }: Settings,
  { existingFileSystem }: Pick<SharedFileSystemArgs, "existingFileSystem">,
): Record<string, pulumi.Input<MountTargetOutput>> =>
  Object.fromEntries(
    Object.entries((fileSystem.existing && existingFileSystem?.mountTargets) ?? {}).map(
      ([zone, { id, ipAddress }]) => [
        zone,
        pulumi.all([id, ipAddress]).apply(([id, ipAddress]) => ({ id, ipAddress })),
      ],
    ),
  );
