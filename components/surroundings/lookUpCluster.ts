import { getSubnet } from "@pulumi/aws/ec2/getSubnet.js";
import { getVpc } from "@pulumi/aws/ec2/getVpc.js";
import { getCluster } from "@pulumi/aws/eks/getCluster.js";
import type { Surroundings } from "./surroundings.ts";
import { hasPodIdentityAgent } from "./podIdentityAgent.ts";

/**
 * What has to be known of an existing cluster before anything is registered, so that every mount target shows in a
 * preview. Asks AWS, by the default provider; changes nothing.
 */
export async function lookUpCluster(
  name: string,
  moreSubnetIds: readonly string[] = [],
): Promise<Surroundings> {
  const cluster = await getCluster({ name });
  const { vpcId, subnetIds, clusterSecurityGroupId } = cluster.vpcConfig;
  const [vpc, subnets, podIdentityAgent] = await Promise.all([
    getVpc({ id: vpcId }),
    zonesOf([...new Set([...subnetIds, ...moreSubnetIds])], vpcId),
    hasPodIdentityAgent(cluster),
  ]);
  const { partition, region, accountId } = parseArn(cluster.arn);
  const certificateAuthority = cluster.certificateAuthorities[0]?.data;
  return {
    region,
    accountId,
    partition,
    cluster: {
      name,
      arn: cluster.arn,
      endpoint: cluster.endpoint,
      version: cluster.version,
      vpcId,
      vpcCidrs: vpc.cidrBlockAssociations.map(({ cidrBlock }) => cidrBlock),
      // Managed node groups and Auto Mode nodes are in the group that EKS makes.
      nodeSecurityGroupIds: [clusterSecurityGroupId],
      podIdentityAgent,
      ...(certificateAuthority !== undefined && { certificateAuthority }),
    },
    subnets,
  };
}

/** The zone of each subnet. Those of another VPC are left out: they cannot take a mount target. */
async function zonesOf(subnetIds: readonly string[], vpcId: string): Promise<Record<string, string>> {
  const found = await Promise.all(subnetIds.map((id) => getSubnet({ id })));
  return Object.fromEntries(
    found
      .filter((subnet) => subnet.vpcId === vpcId)
      .map(({ id, availabilityZone }) => [id, availabilityZone]),
  );
}

/** arn:PARTITION:eks:REGION:ACCOUNT:cluster/NAME */
function parseArn(arn: string): { partition: string; region: string; accountId: string } {
  const [, partition = "aws", , region = "", accountId = ""] = arn.split(":");
  return { partition, region, accountId };
}
