import { getSubnet } from "@pulumi/aws/ec2/getSubnet.js";
import { getVpc } from "@pulumi/aws/ec2/getVpc.js";
import { getCluster, type GetClusterResult } from "@pulumi/aws/eks/getCluster.js";
import type { Surroundings } from "./surroundings.ts";
import { unlessMissing } from "./notFound.ts";
import { enforcesNetworkPolicies } from "./networkPolicy.ts";
import { findOidcProvider } from "./oidcProvider.ts";
import { hasPodIdentityAgent } from "./podIdentityAgent.ts";

/** What else to ask for; each needs a permission. */
export interface LookUpOptions {
  /** Subnets beside the cluster's own. */
  readonly subnetIds?: readonly string[] | undefined;
  /** Whether to ask for the Pod Identity agent, which only `identity: pod-identity` needs. Default true. */
  readonly podIdentityAgent?: boolean;
  /** Whether to ask for the cluster's OpenID Connect provider in IAM, which only `identity: irsa` needs. Default false. */
  readonly oidcProvider?: boolean;
}

/** A cluster that was found, around which nothing is known yet. */
export type FoundCluster = Pick<Surroundings, "region" | "accountId" | "partition"> & {
  readonly cluster: Omit<
    Surroundings["cluster"],
    "vpcCidrs" | "vpcIpv6Cidrs" | "podIdentityAgent" | "networkPolicy" | "oidcProviderArn"
  >;
  /** As AWS describes it. */
  readonly described: GetClusterResult;
};

/**
 * What has to be known of an existing cluster before anything is registered, so that every mount target shows in a
 * preview. Asks AWS, by the default provider; changes nothing.
 */
export const lookUpCluster = async (name: string, options?: LookUpOptions): Promise<Surroundings> =>
  lookAround(await findCluster(name), options);

/** The cluster itself: enough to talk to it. */
export async function findCluster(name: string): Promise<FoundCluster> {
  const described = await getCluster({ name });
  const { arn, endpoint, version, vpcConfig, certificateAuthorities } = described;
  const certificateAuthority = certificateAuthorities[0]?.data;
  return {
    ...parseArn(arn),
    cluster: {
      name,
      arn,
      endpoint,
      version,
      vpcId: vpcConfig.vpcId,
      // Managed node groups and Auto Mode nodes are in the group that EKS makes.
      nodeSecurityGroupIds: [vpcConfig.clusterSecurityGroupId],
      ...(certificateAuthority !== undefined && { certificateAuthority }),
    },
    described,
  };
}

/** What lies around a cluster: its network, and what it can do. */
export async function lookAround(
  { cluster, described, ...place }: FoundCluster,
  options: LookUpOptions = {},
): Promise<Surroundings> {
  const {
    subnetIds: moreSubnetIds = [],
    podIdentityAgent: asksForAgent = true,
    oidcProvider = false,
  } = options;
  const { vpcId, subnetIds } = described.vpcConfig;
  const [vpc, subnets, podIdentityAgent, networkPolicy, oidcProviderArn] = await Promise.all([
    getVpc({ id: vpcId }),
    zonesOf([...new Set([...subnetIds, ...moreSubnetIds])], vpcId),
    asksForAgent ? hasPodIdentityAgent(described) : undefined,
    enforcesNetworkPolicies(described),
    oidcProvider ? findOidcProvider(described) : undefined,
  ]);
  const ipv6 = vpc.ipv6CidrBlockAssociations.map(({ ipv6CidrBlock }) => ipv6CidrBlock);
  return {
    ...place,
    cluster: {
      ...cluster,
      vpcCidrs: vpc.cidrBlockAssociations.map(({ cidrBlock }) => cidrBlock),
      ...(ipv6.length > 0 && { vpcIpv6Cidrs: ipv6 }),
      ...(podIdentityAgent !== undefined && { podIdentityAgent }),
      ...(networkPolicy !== undefined && { networkPolicy }),
      ...(oidcProviderArn !== undefined && { oidcProviderArn }),
    },
    subnets,
  };
}

/** The zone of each subnet. What is not there, or in another VPC, is left out: it cannot take a mount target. */
async function zonesOf(subnetIds: readonly string[], vpcId: string): Promise<Record<string, string>> {
  const found = await Promise.all(subnetIds.map((id) => unlessMissing(getSubnet({ id }))));
  return Object.fromEntries(
    found
      .filter((subnet) => subnet !== undefined)
      .filter((subnet) => subnet.vpcId === vpcId)
      .map((subnet) => [subnet.id, subnet.availabilityZone]),
  );
}

/** arn:PARTITION:eks:REGION:ACCOUNT:cluster/NAME */
function parseArn(arn: string): { partition: string; region: string; accountId: string } {
  const [, partition = "aws", , region = "", accountId = ""] = arn.split(":");
  return { partition, region, accountId };
}
