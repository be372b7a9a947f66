import type { ec2, efs, vpc } from "@pulumi/aws";
import type * as k8s from "@pulumi/kubernetes";
import type { Input } from "@pulumi/pulumi";
import type { Access, Writers } from "../settings/choices.ts";
import type { HelmValues } from "../settings/settings.ts";
import type { AccessPlan } from "./access.ts";
import type { BackupPlan, ReplicationPlan } from "./copies.ts";
import type { PolicyDocument } from "./policyDocument.ts";
import type { RoleGiver } from "./identity/trust.ts";
import type { PodSecurity } from "./isolation/podSecurity.ts";

/** Stands in a plan for what only the cloud knows. Components put the real value in its place. */
export const KNOWN_AFTER_UP = "(known after up)";

/** A part that is one thing for each key; unknown as long as the keys were not looked up. */
export type PerKey<T> = Readonly<Record<string, T>> | typeof KNOWN_AFTER_UP;

/** The entries of such a part. A component always knows its keys. */
export const entriesOf = <T>(part: PerKey<T>): [key: string, value: T][] =>
  part === KNOWN_AFTER_UP ? [] : Object.entries(part);

/** A Kubernetes object whose name is decided. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: Record<string, string>;
    readonly annotations?: Record<string, string>;
  };
}

export interface PersistentVolumeManifest extends Manifest {
  readonly spec: Record<string, unknown> & {
    readonly csi: { readonly driver: string; readonly volumeHandle: Input<string> };
  };
}

export interface PersistentVolumeClaimManifest extends Manifest {
  readonly metadata: Manifest["metadata"] & { readonly namespace: string };
  readonly spec: Record<string, unknown> & { readonly volumeName: string };
}

export interface JobManifest extends Manifest {
  readonly metadata: Manifest["metadata"] & { readonly namespace: string };
  readonly spec: k8s.types.input.batch.v1.JobSpec;
}

export interface StorageClassManifest extends Manifest {
  readonly provisioner: string;
  readonly reclaimPolicy: string;
  readonly volumeBindingMode: string;
  readonly allowVolumeExpansion: boolean;
  readonly mountOptions?: string[];
  readonly parameters: Readonly<Record<string, Input<string>>>;
}

/** AWS arguments whose tags are known one by one. */
export type Tagged<Args> = Omit<Args, "tags"> & { readonly tags: Record<string, Input<string>> };

/** An access point, and the volume and claim that reach homes through it. */
export interface AccessPath {
  readonly accessPoint: Tagged<efs.AccessPointArgs>;
  readonly persistentVolume: PersistentVolumeManifest;
  readonly persistentVolumeClaim: PersistentVolumeClaimManifest;
}

export interface ReleasePlan {
  readonly name: string;
  readonly namespace: string;
  readonly chart: { readonly chart: string; readonly version?: string; readonly repository?: string };
  readonly timeoutSeconds: number;
  readonly values: HelmValues;
}

/** The role of a service account of the driver. */
export interface DriverRole {
  /** The service account's. */
  readonly name: string;
  readonly namespace: string;
  /** By which way its pods get the role. */
  readonly giver: RoleGiver;
  readonly description: string;
  /** Who may take it. */
  readonly trust: PolicyDocument;
  /** What it may do; on the file system's content it is said by the file system's own policy. */
  readonly rights: PolicyDocument;
  readonly tags: Record<string, Input<string>>;
}

/** Absent: that part of the driver gets no role from us. */
export interface DriverRoles {
  readonly controller?: DriverRole;
  readonly node?: DriverRole;
}

/** An EKS add-on. */
export interface AddonPlan {
  readonly name: string;
  /** Absent: EKS chooses it when the add-on is made. */
  readonly version?: string;
  /** Its configuration. */
  readonly values: HelmValues;
}

export type DriverPlan =
  | ({ readonly install: "helm"; readonly roles: DriverRoles } & ReleasePlan)
  | ({ readonly install: "addon"; readonly roles: DriverRoles } & AddonPlan)
  /** The driver that was there goes with this update, and the next one brings the new. */
  | { readonly install: "later"; readonly roles: DriverRoles }
  | { readonly install: "existing" };

export interface FileSystemPlan {
  /** Absent: an existing one is used. */
  readonly fileSystem?: efs.FileSystemArgs;
  /** The one that is used in place of a new one. Never changed, never deleted. */
  readonly existingFileSystem?: { readonly id: Input<string> };
  /** Absent: nothing of ours makes backups. */
  readonly backup?: BackupPlan;
  /** Absent: homes are in one region only. */
  readonly replication?: ReplicationPlan;
  /** Absent: no mount target is made. */
  readonly securityGroup?: Tagged<ec2.SecurityGroupArgs> | typeof KNOWN_AFTER_UP;
  /** By the client group's label. */
  readonly securityGroupIngressRules?: PerKey<vpc.SecurityGroupIngressRuleArgs>;
  /** By zone. */
  readonly mountTargets: PerKey<{ readonly subnetId: Input<string> }>;
  /** By zone: those of an existing file system, which somebody else made. */
  readonly existingMountTargets?: PerKey<ExistingMountTargetPlan>;
}

/** A mount target that is there. */
export interface ExistingMountTargetPlan {
  readonly id: Input<string>;
  /** Absent: not told. */
  readonly subnetId?: Input<string>;
}

/** A directory beside the homes. Dynamic: what servers reach it by; static ones mount a part of the homes' own volume. */
export interface SharedFolderPlan extends Partial<AccessPath> {
  readonly path: string;
  readonly mountPath: string;
  readonly writers: Writers;
}

/** What holds homes. Static: both access paths, of which the hub uses one. Dynamic: a storage class. */
export interface HomesPlan {
  readonly exampleHome: string;
  readonly namespace: Manifest;
  /** The level that the namespace asks of its pods, and why it is that one. */
  readonly podSecurity: PodSecurity;
  readonly accessPoint?: Tagged<efs.AccessPointArgs>;
  readonly persistentVolume?: PersistentVolumeManifest;
  readonly persistentVolumeClaim?: PersistentVolumeClaimManifest;
  /** The other mode's three, kept ready so that a flip makes nothing: it changes the release's values, and the file system's policy. */
  readonly standby?: AccessPath;
  readonly storageClass?: StorageClassManifest;
  /** Dynamic, where all is to go and the file system stays: ends the volumes that the driver made. */
  readonly volumesEnd?: ReleasePlan;
  /** By name. Absent: there is none. */
  readonly sharedFolders?: Readonly<Record<string, SharedFolderPlan>>;
  /** Static: makes the directories of the shared folders. */
  readonly sharedFoldersJob?: JobManifest;
  /** Hands homes over to `posix`, where that was asked for. */
  readonly fixOwners?: JobManifest;
}

/** Everything that will be, as data. */
export interface Plan extends FileSystemPlan, HomesPlan, AccessPlan {
  readonly access: Access;
  readonly userMode: string;
  readonly provisioning: string;
  readonly dataProtection: string;
  readonly driver: DriverPlan;
  readonly hub: ReleasePlan;
  readonly warnings: readonly string[];
}
