import { DescribeSubnetsCommand, EC2Client } from "@aws-sdk/client-ec2";
import { DescribeClusterCommand, EKSClient } from "@aws-sdk/client-eks";

/** Two subnets of one zone, one of another, and their VPC. */
export interface Network {
  readonly vpcId: string;
  readonly first: string;
  readonly sameZone: string;
  readonly otherZone: string;
}

/** The network of the environment's cluster. */
export async function network(): Promise<Network> {
  const { cluster } = await new EKSClient().send(new DescribeClusterCommand({ name: "local" }));
  const { subnetIds = [], vpcId = "" } = cluster?.resourcesVpcConfig ?? {};
  const { Subnets = [] } = await new EC2Client().send(new DescribeSubnetsCommand({ SubnetIds: subnetIds }));
  const [first, ...others] = Subnets;
  const id = (found: (typeof Subnets)[number] | undefined): string => {
    if (found?.SubnetId === undefined)
      throw new Error("the cluster's network has too few subnets for this test");
    return found.SubnetId;
  };
  const inFirstZone = (subnet: (typeof Subnets)[number]) =>
    subnet.AvailabilityZone === first?.AvailabilityZone;
  return {
    vpcId,
    first: id(first),
    sameZone: id(others.find(inFirstZone)),
    otherZone: id(others.find((subnet) => !inFirstZone(subnet))),
  };
}
