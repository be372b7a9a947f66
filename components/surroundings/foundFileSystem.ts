/** A file system that is there, and what is around it, as it was looked up. Plain data. */
export interface FoundFileSystem {
  readonly arn: string;
  readonly encrypted: boolean;
  /** The zone of a One Zone file system. */
  readonly oneZone?: string;
  /**
   * `ENABLED`; `DISABLED`: a replication may overwrite it; `REPLICATING`: one does.
   * https://docs.aws.amazon.com/efs/latest/ug/API_FileSystemProtectionDescription.html
   */
  readonly overwriteProtection: string;
  /** Whether EFS backs it up by itself. Absent: not known. */
  readonly automaticBackups?: boolean;
  /** Its file system policy. Absent: none, which lets every client in. */
  readonly policy?: unknown;
  /** By zone: EFS takes one in each. */
  readonly mountTargets: Readonly<Record<string, FoundMountTarget>>;
  /** The groups that the mount targets are in, by id. */
  readonly securityGroups: Readonly<Record<string, FoundSecurityGroup>>;
  /** Its access points that are tagged as a hub's, by id; those that the driver made are not. */
  readonly accessPoints: Readonly<Record<string, FoundAccessPoint>>;
}

/** https://docs.aws.amazon.com/efs/latest/ug/accessing-fs.html */
export interface FoundMountTarget {
  readonly id: string;
  readonly subnetId: string;
  readonly ipAddress: string;
  readonly vpcId: string;
  readonly securityGroupIds: readonly string[];
}

export interface FoundSecurityGroup {
  readonly tags: Readonly<Record<string, string>>;
  readonly ingress: readonly FoundRule[];
}

/** What a security group lets in. Each has one source. https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html */
export interface FoundRule {
  /** `tcp`, a protocol's number, or `-1`: every protocol. */
  readonly protocol: string;
  readonly fromPort: number;
  readonly toPort: number;
  readonly securityGroupId?: string;
  readonly cidr?: string;
}

export interface FoundAccessPoint {
  /** The directory that it confines its clients to. */
  readonly path: string;
  readonly tags: Readonly<Record<string, string>>;
}
