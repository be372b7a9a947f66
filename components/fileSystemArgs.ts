import type { Input } from "@pulumi/pulumi";
import type { BackupPlanArgs, ReplicationArgs } from "./copiesArgs.ts";
import type { PerformanceMode, ThroughputMode } from "./settings/choices.ts";

/**
 * When files move to a cheaper storage class. A lifecycle that is given replaces the default one whole; `{}` means
 * none. https://docs.aws.amazon.com/efs/latest/ug/lifecycle-management-efs.html
 */
export interface LifecycleArgs {
  /** Days without access: 1, 7, 14, 30, 60, 90, 180, 270 or 365. Default 30. Reads from there cost extra. */
  toInfrequentAccessAfterDays?: number;
  /** Days without access, more than before. Needs elastic throughput and general purpose. Default: never. */
  toArchiveAfterDays?: number;
  /** Back to standard storage at the first access. Default true: a home that is used again is fast again. */
  backOnFirstAccess?: boolean;
}

/** A new file system. Encrypted always. */
export interface FileSystemCreateArgs {
  /**
   * Default elastic: pays for what is read and written, and has no credits to run out of. Bursting starts with
   * 1 MiB/s on a small file system. https://docs.aws.amazon.com/efs/latest/ug/performance.html
   */
  throughputMode?: ThroughputMode;
  /** MiB/s, in provisioned mode only, and needed there. Billed by the hour, used or not; cannot sink for 24 hours. */
  provisionedThroughputMibps?: number;
  /** Default generalPurpose, AWS's advice for all. A change makes a new, empty file system. */
  performanceMode?: PerformanceMode;
  /** A zone: half the price, and homes are gone with that zone. A change makes a new, empty file system. */
  oneZone?: string;
  /**
   * The KMS key, of the stack's region, that encrypts the homes; who loses it loses them. A vault that is made gets it
   * too. Default: AWS's own key for EFS. A change makes a new, empty file system.
   * https://docs.aws.amazon.com/efs/latest/ug/EFSKMS.html
   */
  kmsKeyArn?: Input<string>;
  /** Default: infrequent access after 30 days, back on first access. */
  lifecycle?: LifecycleArgs;
  /**
   * Default true: EFS's automatic backups, daily, kept for 35 days. False: none. Or a plan of your own. All files are
   * in a backup, whatever class they are stored in. https://docs.aws.amazon.com/efs/latest/ug/awsbackup.html
   */
  backup?: boolean | BackupPlanArgs;
  /** Default: none. */
  replication?: ReplicationArgs;
}

/**
 * A file system that is there. It is never changed and never deleted. The program looks it up, and refuses what would
 * keep servers from their homes; a component believes what it is told: `lookUpFileSystem` looks.
 */
export interface FileSystemExistingArgs {
  /** Like `fs-0123456789abcdef0`. */
  id: Input<string>;
  /** Default true: one that is not encrypted is an error; false: a warning. Encryption cannot be added later. */
  requireEncryption?: boolean;
  /** Default false: every zone of the nodes has a mount target already. True: a zone that lacks one gets it from us. */
  createMissingMountTargets?: boolean;
}

/** A mount target that somebody else made. https://docs.aws.amazon.com/efs/latest/ug/accessing-fs.html */
export interface ExistingMountTargetArgs {
  /** Like `fsmt-0123456789abcdef0`. */
  id: Input<string>;
  /** Its address in the VPC. */
  ipAddress: Input<string>;
  /** The subnet that it is in. */
  subnetId?: Input<string>;
}

/** What an existing file system has, beside itself. Zones are plain data: they decide what is made. */
export interface ExistingPlaceArgs {
  /** Its mount targets, by zone, but for those that this stack makes. */
  mountTargets: Record<string, ExistingMountTargetArgs>;
  /** Its zone, where it is a One Zone file system: servers run there only. */
  oneZone?: string;
}

/** Where the file system comes from. */
export interface FileSystemChoiceArgs {
  /** Default: a new one, with every default. */
  create?: FileSystemCreateArgs | undefined;
  /** One that is there, with the homes on it. Then `homesPath` and `usernames` have to be said. */
  existing?: FileSystemExistingArgs | undefined;
}
