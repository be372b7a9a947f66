import { FileSystemPolicy } from "@pulumi/aws/efs/fileSystemPolicy.js";
import { RolePolicy } from "@pulumi/aws/iam/rolePolicy.js";
import * as pulumi from "@pulumi/pulumi";
import type { DriverArgs, HomeAccessArgs } from "../args.ts";
import type { FileSystemChoiceArgs } from "../fileSystemArgs.ts";
import { type AccessPlan, planAccess } from "../plan/access.ts";
import type { AccessNames } from "../plan/fileSystemPolicy.ts";
import type { PolicyDocument } from "../plan/policyDocument.ts";
import type { Settings } from "../settings/settings.ts";
import { holdsData } from "./protection.ts";
import { anyHomes, settle, withAnyHub } from "./settle.ts";

/** The access points of a static hub, by what they do with the identity of who mounts. */
export interface HomeAccessPointArns {
  /** Of those that make everybody `posix`. */
  enforced: pulumi.Input<string>[];
  /** Of the one that only confines the path. */
  plain: pulumi.Input<string>;
}

/** What a `FileSystemAccess` is made of. */
export interface FileSystemAccessArgs extends HomeAccessArgs {
  /** The file system that gets the policy. */
  fileSystemId: pulumi.Input<string>;
  /** Its ARN. */
  fileSystemArn: pulumi.Input<string>;
  /** As its maker was told: one that is there keeps its own policy, and only a role of ours gets rights on it. */
  fileSystem?: FileSystemChoiceArgs;
  /** Static provisioning: the access points to mount through. Dynamic: the driver makes them. */
  accessPointArns?: HomeAccessPointArns;
  /** As `EfsCsiDriver` was told: the role of a driver that is there already is in it. */
  driver?: DriverArgs;
  /** The role of the node pods of a driver of ours. Needed with access iam. */
  nodeRoleArn?: pulumi.Input<string> | undefined;
  /** The same role's name: for the rights on a file system that is there. */
  nodeRoleName?: pulumi.Input<string> | undefined;
  /** Default false. True: servers that start as root keep their rights in non-root mode. */
  keepRootAccess?: boolean;
}

/**
 * Who may mount a file system, and as whom: its policy, or, where that is its owner's, the rights of the driver's role.
 * Whatever mounts has to depend on it. https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html
 */
export class FileSystemAccess extends pulumi.ComponentResource {
  /** The policy, as JSON; absent on a file system that was there. */
  public readonly policy: pulumi.Output<string> | undefined;

  public constructor(name: string, args: FileSystemAccessArgs, opts?: pulumi.ComponentResourceOptions) {
    super("jupyterhub-efs:index:FileSystemAccess", name, {}, opts);
    const { fileSystemId, fileSystemArn, accessPointArns, nodeRoleArn, nodeRoleName, ...given } = args;
    const settings = settle(name, withAnyHub({ ...anyHomes, ...given }));
    const { fileSystemPolicy, nodeRolePolicy } = planAccess(settings);
    const names = pulumi.output({
      fileSystemArn,
      nodeRoleArn: settings.driver.nodeRoleArn ?? nodeRoleArn ?? "",
      enforced: accessPointArns?.enforced ?? [],
      plain: accessPointArns?.plain ?? "",
    });
    const document = (part: keyof AccessPlan) => names.apply((known) => json(settings, known, part));

    this.policy =
      fileSystemPolicy &&
      new FileSystemPolicy(
        name,
        { fileSystemId, policy: document("fileSystemPolicy") },
        // Without it, whoever reaches a mount target is root: it is held and kept as the homes are.
        { parent: this, ...holdsData(settings.dataProtection) },
      ).policy;
    if (nodeRolePolicy && nodeRoleName !== undefined)
      new RolePolicy(name, { role: nodeRoleName, policy: document("nodeRolePolicy") }, { parent: this });
    this.registerOutputs({ policy: this.policy });
  }
}

const json = (settings: Settings, names: AccessNames, part: keyof AccessPlan): string =>
  JSON.stringify(planAccess(settings, names)[part] satisfies PolicyDocument | undefined);
