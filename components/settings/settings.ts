import type { Input } from "@pulumi/pulumi";
import type {
  Access,
  DataProtection,
  DriverInstall,
  FixOwners,
  Identity,
  PerformanceMode,
  Provisioning,
  ThroughputMode,
  UserMode,
  Usernames,
  Writers,
} from "./choices.ts";
import type { SignIn } from "./signIn.ts";

/** Helm values: plain data, in which a leaf may be a secret or an Output. */
export type HelmValues = Record<string, unknown>;

/** Settings after the check: complete, with every default filled in. Nothing re-checks them later. */
export interface Settings {
  readonly userMode: UserMode;
  readonly provisioning: Provisioning;
  readonly posix: Posix;
  readonly fileSystem: FileSystemSource;
  readonly access: Access;
  /** Whether the rights of servers that start as root stay while nobody needs them any more. */
  readonly keepRootAccess: boolean;
  readonly dataProtection: DataProtection;
  readonly movedFrom: MovedFrom;
  readonly fixOwners: FixOwners;
  readonly homesPath: string;
  readonly homeDirectory: string;
  readonly usernames: Usernames;
  /** By name. */
  readonly sharedFolders: Readonly<Record<string, SharedFolderSettings>>;
  readonly identity: Identity;
  readonly driver: DriverSettings;
  readonly hub: HubSettings;
  readonly tags: Readonly<Record<string, Input<string>>>;
}

/** Settings of the program: those of the component, and where its cluster is found. */
export interface ProgramSettings extends Settings {
  readonly cluster: { readonly existing: { readonly name: string } };
  /** Absent: a kubeconfig is made from the cluster. */
  readonly kubernetes?: KubernetesSettings;
  readonly network: NetworkSettings;
}

export interface Posix {
  readonly uid: number;
  readonly gid: number;
}

export interface KubernetesSettings {
  /** A path, or the content (a secret). */
  readonly kubeconfig?: Input<string>;
  readonly context?: string;
}

export interface NetworkSettings {
  /** Absent: the cluster's own subnets. */
  readonly subnetIds?: readonly string[];
  /** Absent: the cluster's own security group. */
  readonly clientSecurityGroupIds?: readonly string[];
}

/** The word that lets a change through which takes homes, or copies of them, away: the old value of each setting, by its path. */
export type MovedFrom = Readonly<Record<string, string | number>>;

/** A directory beside the homes that every server has. */
export interface SharedFolderSettings {
  readonly writers: Writers;
}

/** A new file system, or one that is there. */
export type FileSystemSource =
  | { readonly create: FileSystemSettings; readonly existing?: undefined }
  | { readonly existing: ExistingFileSystem; readonly create?: undefined };

/** A file system that somebody else made, and that we never change. */
export interface ExistingFileSystem {
  readonly id: Input<string>;
  /** False: one that is not encrypted is a warning, not an error. */
  readonly requireEncryption: boolean;
  /** Whether zones that lack a mount target get one from us. */
  readonly createMissingMountTargets: boolean;
}

export interface FileSystemSettings {
  readonly throughputMode: ThroughputMode;
  /** Only, and always, with throughput mode `provisioned`. */
  readonly provisionedThroughputMibps?: number;
  readonly performanceMode: PerformanceMode;
  /** The zone of a One Zone file system. */
  readonly oneZone?: string;
  readonly kmsKeyArn?: Input<string>;
  readonly lifecycle: Lifecycle;
  readonly backup: BackupSettings;
  /** Absent: homes are in one region only. */
  readonly replication?: ReplicationSettings;
}

/** True: EFS's automatic backups. False: none. Else a plan of ours. */
export type BackupSettings = boolean | BackupPlanSettings;

export interface BackupPlanSettings {
  /** A vault that is there. Absent: one of ours. */
  readonly vault?: Input<string>;
  /** As AWS writes it, in UTC. */
  readonly schedule: string;
  readonly retentionDays: number;
}

export interface ReplicationSettings {
  readonly region: string;
  readonly kmsKeyArn?: Input<string>;
}

export interface Lifecycle {
  readonly toInfrequentAccessAfterDays?: number;
  readonly toArchiveAfterDays?: number;
  readonly backOnFirstAccess?: boolean;
}

/** A chart: by repository and version, or a local path. */
export interface ChartSettings {
  readonly version?: string;
  readonly repository?: string;
  readonly path?: string;
}

export interface DriverSettings {
  readonly install: DriverInstall;
  readonly chart: ChartSettings;
  /** Absent: EKS chooses it when the add-on is made. */
  readonly addonVersion?: string;
  /** Of the chart, or the configuration of the add-on. */
  readonly values: HelmValues;
  /** The role of an existing driver's node pods: only, and always, where `access` is `iam`. */
  readonly nodeRoleArn?: Input<string>;
}

export interface HubSettings {
  readonly name: string;
  readonly namespace: string;
  readonly chart: ChartSettings;
  readonly image: { readonly name: string; readonly tag: string };
  readonly database: Database;
  /** Absent: the values name an authenticator. */
  readonly signIn?: SignIn;
  readonly admins: string[];
  readonly grantSudo: boolean;
  /** Whether an init container closes NFS in every server. */
  readonly blockNfs: boolean;
  readonly timeoutSeconds: number;
  readonly values: HelmValues;
}

export type Database =
  | { readonly kind: "claim"; readonly storageClassName: string }
  | { readonly kind: "postgres"; readonly url: Input<string> }
  | { readonly kind: "memory" };
