import type { Input } from "@pulumi/pulumi";
import type { KNOWN_AFTER_UP } from "./plan.ts";

/** A mount target that somebody else made. */
export interface ExistingMountTarget {
  readonly id: Input<string>;
  readonly ipAddress: Input<string>;
  readonly subnetId?: Input<string>;
}

/** What is there of an existing file system, beside itself. */
export interface ExistingPlace {
  /** By zone; those that the stack made are not among them. */
  readonly mountTargets: Readonly<Record<string, ExistingMountTarget>>;
  /** The zone of a One Zone file system. */
  readonly oneZone?: string;
}

/** The part of a place that a file system needs. */
export type FileSystemSite = Pick<
  Site,
  "vpcId" | "subnets" | "clientSecurityGroups" | "existingFileSystem" | "partition"
> & { readonly clusterName?: Input<string> };

/**
 * What exists already and a stack builds on. Its keys are plain data, for they decide which resources exist;
 * its values may be known only after an update.
 */
export interface Site {
  readonly clusterName: Input<string>;
  /** `arn:PARTITION:eks:REGION:ACCOUNT:cluster/NAME` */
  readonly clusterArn: Input<string>;
  /** The cluster's OpenID Connect provider in IAM. Absent: there is none, or nothing asked for it. */
  readonly oidcProviderArn?: Input<string>;
  readonly vpcId: Input<string>;
  /** The VPC's ranges of addresses, of both families. Absent: not looked up. */
  readonly vpcCidrs?: readonly string[];
  /** One subnet for each zone that gets a mount target: `{"us-east-1a": "subnet-…"}`. Absent: not looked up. */
  readonly subnets?: Readonly<Record<string, Input<string>>>;
  /** The security groups whose members may mount, under labels that never change. Absent: not looked up. */
  readonly clientSecurityGroups?: Readonly<Record<string, Input<string>>>;
  /** Absent: a new file system, or nothing is told of the existing one. */
  readonly existingFileSystem?: ExistingPlace | typeof KNOWN_AFTER_UP;
  /** `aws`, `aws-cn` or `aws-us-gov`. */
  readonly partition: string;
  /** Whether pods can get a role by EKS Pod Identity. Absent: not looked up. */
  readonly podIdentityAgent?: boolean;
  /** Whether the cluster enforces network policies. Absent: not known. */
  readonly networkPolicy?: boolean;
}
