// Proves what the functions tell of the environment's account. Provider-neutral.
import { getSecurityGroup, getSecurityGroups, getSubnet, getSubnets, getVpc } from "@pulumi/aws/ec2/index.js";
import { FileSystem, getFileSystemOutput } from "@pulumi/aws/efs/index.js";
import { getAddon, getCluster } from "@pulumi/aws/eks/index.js";
import { getCallerIdentity } from "@pulumi/aws/getCallerIdentity.js";
import { getPartition } from "@pulumi/aws/getPartition.js";
import { getRegion } from "@pulumi/aws/getRegion.js";
import { output } from "@pulumi/pulumi";
import { expect } from "chai";
import { network } from "./network.ts";
import { Trial } from "./trial.ts";

const words = (error: unknown): string => (error instanceof Error ? error.message : String(error));

async function told() {
  const cluster = await getCluster({ name: "local" });
  const { vpcId, clusterSecurityGroupId } = cluster.vpcConfig;
  const filters = [{ name: "vpc-id", values: [vpcId] }];
  const { ids } = await getSubnets({ filters });
  return {
    account: (await getCallerIdentity()).accountId,
    partition: (await getPartition()).partition,
    region: (await getRegion()).region,
    cluster: {
      arn: cluster.arn,
      endpoint: cluster.endpoint,
      vpcId,
      authority: cluster.certificateAuthorities.length,
    },
    addon: (await getAddon({ clusterName: "local", addonName: "eks-pod-identity-agent" })).addonVersion,
    noAddon: await getAddon({ clusterName: "local", addonName: "coredns" }).then(() => "", words),
    noCluster: await getCluster({ name: "other" }).then(() => "", words),
    vpc: (await getVpc({ id: vpcId })).enableDnsHostnames,
    zones: await Promise.all(ids.map(async (id) => (await getSubnet({ id })).availabilityZone)),
    group: (await getSecurityGroup({ id: clusterSecurityGroupId })).vpcId,
    groups: (await getSecurityGroups({ filters })).ids.includes(clusterSecurityGroupId),
  };
}

describe("the AWS functions", () => {
  it("tell the account, the cluster and its network, and fail for what is not there", async () => {
    const { vpcId } = await network();
    await Trial.run("functions", async (trial) => {
      const { outputs } = await trial.up(async () => {
        const mode = getFileSystemOutput({ fileSystemId: new FileSystem("fs").id }).throughputMode;
        return { told: output(JSON.stringify(await told())), mode };
      });
      const seen = JSON.parse(outputs.told ?? "") as Awaited<ReturnType<typeof told>>;
      expect(seen.account).to.match(/^\d{12}$/);
      expect([seen.partition, seen.vpc, seen.groups, seen.group]).to.deep.equal(["aws", true, true, vpcId]);
      expect(seen.cluster.arn).to.equal(`arn:aws:eks:${seen.region}:${seen.account}:cluster/local`);
      expect(seen.cluster).to.include({ vpcId, authority: 1 });
      expect(seen.cluster.endpoint).to.match(/^https:/);
      expect(seen.addon).to.match(/^v\d+\./);
      expect(seen.noAddon).to.include("ResourceNotFoundException");
      expect(seen.noCluster)
        .to.include("ResourceNotFoundException")
        .and.to.include("No cluster found for name: other.");
      expect(new Set(seen.zones).size).to.equal(3);
      expect(outputs.mode).to.equal("bursting");
    });
  }).timeout(60_000);
});
