import {
  CreateSubnetCommand,
  CreateVpcCommand,
  DescribeSubnetsCommand,
  DescribeVpcsCommand,
  type EC2Client,
  ModifyVpcAttributeCommand,
} from "@aws-sdk/client-ec2";

const name = "local";
const zones = ["us-east-1a", "us-east-1b", "us-east-1c"] as const;
const tier = ["private", "public"] as const;

/** `10.42.<n>.0/24`: the zones' private subnets first, then their public ones. */
const subnets = tier.flatMap((kind, row) =>
  zones.map((zone, column) => ({ zone, kind, cidr: `10.42.${row * 16 + column}.0/24` })),
);

const tags = (resource: "vpc" | "subnet", value: string) => ({
  TagSpecifications: [{ ResourceType: resource, Tags: [{ Key: "Name", Value: value }] }],
});

async function vpc(ec2: EC2Client): Promise<string> {
  const known = await ec2.send(new DescribeVpcsCommand({ Filters: [{ Name: "tag:Name", Values: [name] }] }));
  const [first] = known.Vpcs ?? [];
  if (first?.VpcId !== undefined) return first.VpcId;
  const made = await ec2.send(new CreateVpcCommand({ CidrBlock: "10.42.0.0/16", ...tags("vpc", name) }));
  const VpcId = made.Vpc?.VpcId ?? "";
  // EFS is mounted by a DNS name, which takes both.
  await ec2.send(new ModifyVpcAttributeCommand({ VpcId, EnableDnsSupport: { Value: true } }));
  await ec2.send(new ModifyVpcAttributeCommand({ VpcId, EnableDnsHostnames: { Value: true } }));
  return VpcId;
}

/** A VPC with a private and a public subnet in each of three zones. */
export async function seedNetwork(ec2: EC2Client): Promise<{ vpcId: string; subnetIds: string[] }> {
  const vpcId = await vpc(ec2);
  const known = await ec2.send(
    new DescribeSubnetsCommand({ Filters: [{ Name: "vpc-id", Values: [vpcId] }] }),
  );
  const subnetIds: string[] = [];
  for (const { zone, kind, cidr } of subnets) {
    const there = known.Subnets?.find(({ CidrBlock }) => CidrBlock === cidr);
    const subnet =
      there ??
      (
        await ec2.send(
          new CreateSubnetCommand({
            VpcId: vpcId,
            CidrBlock: cidr,
            AvailabilityZone: zone,
            ...tags("subnet", `${name}-${kind}-${zone}`),
          }),
        )
      ).Subnet;
    subnetIds.push(subnet?.SubnetId ?? "");
  }
  return { vpcId, subnetIds };
}
