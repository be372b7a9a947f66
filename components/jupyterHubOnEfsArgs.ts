import type * as pulumi from "@pulumi/pulumi";
import type { DriverArgs, HomeAccessArgs, HubArgs } from "./args.ts";
import type { ExistingPlaceArgs, FileSystemChoiceArgs } from "./fileSystemArgs.ts";
import type { Identity } from "./settings/choices.ts";

/** What a `JupyterHubOnEfs` is made of. */
export interface JupyterHubOnEfsArgs extends HomeAccessArgs {
  /** The EKS cluster that the Kubernetes provider in `opts.providers` talks to. */
  clusterName: pulumi.Input<string>;
  /** Its ARN: the driver's roles trust this cluster, and no other. */
  clusterArn: pulumi.Input<string>;
  /** The cluster's OpenID Connect provider in IAM: needed with `identity: irsa`. */
  oidcProviderArn?: pulumi.Input<string>;
  /** The VPC of the cluster's nodes. */
  vpcId: pulumi.Input<string>;
  /** One subnet for each zone where nodes run: `{"us-east-1a": "subnet-…"}`. A zone without one cannot mount. */
  subnets: Record<string, pulumi.Input<string>>;
  /** The security groups of the nodes, under labels of yours that never change: `{nodes: "sg-…"}`. */
  clientSecurityGroups: Record<string, pulumi.Input<string>>;
  /** Whether the cluster has the EKS Pod Identity agent, which `identity: pod-identity` needs. Default true. */
  podIdentityAgent?: boolean;
  /**
   * The VPC's ranges of addresses, IPv4 and IPv6: servers may not reach them, wherever network policies are enforced.
   * Default: none beside the private ranges. https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html
   */
  vpcCidrs?: readonly string[];
  /**
   * Whether the cluster's network plugin enforces network policies. Default: not known, which is a warning, for where it
   * does not they are ignored. https://docs.aws.amazon.com/eks/latest/userguide/cni-network-policy.html
   */
  networkPolicy?: boolean;
  /** `aws`, `aws-cn` or `aws-us-gov`. Default `aws`. */
  partition?: string;
  /** Where homes lie. Default: a new file system. */
  fileSystem?: FileSystemChoiceArgs;
  /** For an existing file system: its mount targets, which are never changed. See `SharedFileSystem`. */
  existingFileSystem?: ExistingPlaceArgs;
  /**
   * Default false. True keeps the right of servers that start as root to be root, where `userMode` is non-root already:
   * for the flip of a live hub. Remove it once none of these runs. Static provisioning only.
   */
  keepRootAccess?: boolean;
  /** The directory of all homes. Default `/<hub name>`. To change it hides the homes in the old one. */
  homesPath?: string;
  /**
   * How the driver's pods get their roles. Default pod-identity. `irsa` is for clusters that have an OpenID Connect provider and not the
   * agent; with `none` somebody else gives the driver what it needs.
   * https://docs.aws.amazon.com/eks/latest/userguide/service-accounts.html
   */
  identity?: Identity;
  /** The EFS CSI driver. Default: installed from its chart. */
  driver?: DriverArgs;
  /** The hub. Its database must be said. */
  hub: HubArgs;
  /** On every AWS resource; at most 40. */
  tags?: Record<string, pulumi.Input<string>>;
}
