import {
  CreateSubnetCommand,
  CreateVpcCommand,
  DeleteSubnetCommand,
  DeleteVpcCommand,
  EC2Client,
} from "@aws-sdk/client-ec2";
import {
  CreateAddonCommand,
  CreateClusterCommand,
  DeleteAddonCommand,
  DeleteClusterCommand,
  DescribeClusterCommand,
  EKSClient,
} from "@aws-sdk/client-eks";

/** An EKS cluster as AWS knows it, in a VPC of its own. What runs in it is the one API server that there is. */
export interface OtherCluster {
  readonly vpcId: string;
  remove(): Promise<void>;
}

/** Makes one, with a subnet in each of two zones. */
export async function otherCluster(name: string, region: string): Promise<OtherCluster> {
  const [ec2, eks] = [new EC2Client({ region }), new EKSClient({ region })];
  const { Vpc } = await ec2.send(new CreateVpcCommand({ CidrBlock: "10.43.0.0/16" }));
  const VpcId = Vpc?.VpcId ?? "";
  const subnetIds: string[] = [];
  for (const [index, zone] of ["a", "b"].entries()) {
    const { Subnet } = await ec2.send(
      new CreateSubnetCommand({
        VpcId,
        CidrBlock: `10.43.${index}.0/24`,
        AvailabilityZone: `${region}${zone}`,
      }),
    );
    subnetIds.push(Subnet?.SubnetId ?? "");
  }
  const { cluster: first } = await new EKSClient().send(new DescribeClusterCommand({ name: "local" }));
  const resourcesVpcConfig = { subnetIds };
  await eks.send(
    new CreateClusterCommand({ name, roleArn: first?.roleArn, version: first?.version, resourcesVpcConfig }),
  );
  // Without it the driver's pods could have no role by Pod Identity.
  const agent = { clusterName: name, addonName: "eks-pod-identity-agent" };
  await eks.send(new CreateAddonCommand(agent));
  return {
    vpcId: VpcId,
    remove: async () => {
      await eks.send(new DeleteAddonCommand(agent));
      await eks.send(new DeleteClusterCommand({ name }));
      for (const SubnetId of subnetIds) await ec2.send(new DeleteSubnetCommand({ SubnetId }));
      await ec2.send(new DeleteVpcCommand({ VpcId }));
    },
  };
}
