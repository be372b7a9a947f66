import { EC2Client } from "@aws-sdk/client-ec2";
import { EKSClient } from "@aws-sdk/client-eks";
import { IAMClient } from "@aws-sdk/client-iam";
import { seedCluster } from "./seedCluster.ts";
import { seedNetwork } from "./seedNetwork.ts";

/** The region that the local environment plays in. */
export const localRegion = "us-east-1";

/** The EKS cluster that stack files name. */
export const localCluster = "local";

/** What an account with an EKS cluster looks like, of which the program takes the cluster's name alone. */
export interface Seeded {
  readonly vpcId: string;
  /** Two in each zone, so that the choice of one a zone shows. */
  readonly subnetIds: readonly string[];
  readonly clusterArn: string;
}

/** Fills an empty simulated AWS with a VPC and a cluster; what is there already stays as it is. */
export async function seed(endpoint: string): Promise<Seeded> {
  const credentials = { accessKeyId: "test", secretAccessKey: "test" };
  const settings = { endpoint, region: localRegion, credentials, maxAttempts: 3 };
  const network = await seedNetwork(new EC2Client(settings));
  const clusterArn = await seedCluster(
    new EKSClient(settings),
    new IAMClient(settings),
    localCluster,
    network.subnetIds,
  );
  return { ...network, clusterArn };
}
