import type { FoundFileSystem } from "./foundFileSystem.ts";

/** What roles of nodes may do on EFS by their own policies. */
export interface NodeRights {
  /** By role: the client actions, of those that have any. */
  readonly ofRoles: Readonly<Record<string, readonly string[]>>;
  /** Why it could not be found out. */
  readonly unknown?: string;
}

/** What was looked up in the account: plain data, complete before the first resource is registered. */
export interface Surroundings {
  readonly region: string;
  readonly accountId: string;
  readonly partition: string;
  readonly cluster: {
    readonly name: string;
    readonly arn: string;
    readonly endpoint: string;
    readonly version: string;
    readonly vpcId: string;
    /** The VPC's ranges of IPv4. */
    readonly vpcCidrs: readonly string[];
    /** Absent: none. */
    readonly vpcIpv6Cidrs?: readonly string[];
    readonly nodeSecurityGroupIds: readonly string[];
    /** Absent: there is none, or nothing asked for it. */
    readonly oidcProviderArn?: string;
    /** Absent: not asked for, because nothing needs it. */
    readonly podIdentityAgent?: boolean;
    /** Whether the network plugin enforces network policies; absent: not known. */
    readonly networkPolicy?: boolean;
    /** Base64, as EKS gives it. */
    readonly certificateAuthority?: string;
  };
  /** The zone of each subnet that could take a mount target. */
  readonly subnets: Readonly<Record<string, string>>;
  /**
   * The file systems that were looked for and are there, by id: the one of `fileSystem.existing`. Absent: none was looked
   * for, and what it has is not known.
   */
  readonly fileSystems?: Readonly<Record<string, FoundFileSystem>>;
  /** Absent: not asked for. */
  readonly nodeRights?: NodeRights;
}
