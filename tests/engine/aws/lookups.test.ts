// Proves what the functions tell of a file system that exists already: its mount targets, their interfaces, groups and rules,
// its policy; and in which words they say that something is not there. Provider-neutral.
import { PutFileSystemPolicyCommand } from "@aws-sdk/client-efs";
import { getResource } from "@pulumi/aws/cloudcontrol/index.js";
import {
  getNetworkInterface,
  getNetworkInterfaces,
  getSecurityGroup,
  getSubnet,
  getVpc,
  SecurityGroup,
} from "@pulumi/aws/ec2/index.js";
import { FileSystem, getFileSystem, getMountTarget, MountTarget } from "@pulumi/aws/efs/index.js";
import {
  getSecurityGroupRule,
  getSecurityGroupRules,
  SecurityGroupIngressRule,
} from "@pulumi/aws/vpc/index.js";
import { output } from "@pulumi/pulumi";
import { expect } from "chai";
import { efs } from "../support/cloud.ts";
import { network } from "./network.ts";
import { type Program, Trial } from "./trial.ts";

const { vpcId, first } = await network();
const named = (name: string, ...values: string[]) => ({ filters: [{ name, values }] });

function made(): Record<"id" | "target" | "group", FileSystem["id"]> {
  const fileSystem = new FileSystem("fs", { encrypted: true, tags: { Name: "homes" } });
  const group = new SecurityGroup("nfs", { vpcId, description: "NFS" });
  const rule = { securityGroupId: group.id, ipProtocol: "tcp", fromPort: 2049, toPort: 2049 };
  new SecurityGroupIngressRule("vpc", { ...rule, cidrIpv4: "10.42.0.0/16" });
  const place = { fileSystemId: fileSystem.id, subnetId: first, securityGroups: [group.id] };
  return { id: fileSystem.id, target: new MountTarget("mt", place).id, group: group.id };
}

async function told(id: string, target: string) {
  const mountTarget = await getMountTarget({ mountTargetId: target });
  const { ids: interfaces } = await getNetworkInterfaces({
    filters: [
      { name: "description", values: [`EFS mount target for ${id} *`] },
      { name: "vpc-id", values: [vpcId] },
    ],
  });
  const face = await getNetworkInterface({ id: interfaces[0] ?? "" });
  const rules = await getSecurityGroupRules(named("group-id", ...mountTarget.securityGroups));
  const { properties } = await getResource({ typeName: "AWS::EFS::FileSystem", identifier: id });
  return {
    fileSystem: await getFileSystem({ fileSystemId: id }),
    mountTarget,
    byFileSystem: (await getMountTarget({ fileSystemId: id })).mountTargetId,
    interfaces,
    face,
    rules: await Promise.all(
      rules.ids.map((securityGroupRuleId) => getSecurityGroupRule({ securityGroupRuleId })),
    ),
    properties: JSON.parse(properties) as Record<string, unknown>,
  };
}

describe("the AWS functions about a file system that exists", () => {
  it("tell of its mount target, the interface, the groups, the rules and its policy", async () => {
    const look =
      (id: string, target: string): Program =>
      async () => ({ ...made(), told: output(JSON.stringify(await told(id, target))) });
    await Trial.run("lookups", async (trial) => {
      const { id = "", target = "", group = "" } = (await trial.up(made)).outputs;
      const seen = async () =>
        JSON.parse((await trial.up(look(id, target))).outputs.told ?? "") as Awaited<ReturnType<typeof told>>;
      const { fileSystem, mountTarget, byFileSystem, interfaces, face, rules, properties } = await seen();
      expect(fileSystem).to.include({ id, encrypted: true, name: "homes" });
      expect(fileSystem.protections).to.deep.equal([{ replicationOverwrite: "ENABLED" }]);
      expect(mountTarget).to.include({ fileSystemId: id, subnetId: first, mountTargetId: target });
      expect(mountTarget.securityGroups).to.deep.equal([group]);
      expect(byFileSystem).to.equal(target);
      expect(interfaces).to.deep.equal([mountTarget.networkInterfaceId]);
      expect(face).to.include({ vpcId, subnetId: first, privateIp: mountTarget.ipAddress });
      expect(face.description).to.equal(`EFS mount target for ${id} (${target})`);
      expect(face.availabilityZone).to.equal(mountTarget.availabilityZoneName);
      expect(face.securityGroups).to.deep.equal([group]);
      expect(rules).to.have.length(1);
      expect(rules[0]).to.include({ isEgress: false, cidrIpv4: "10.42.0.0/16", fromPort: 2049 });
      expect(properties).to.include({ FileSystemId: id, Arn: fileSystem.arn, Encrypted: true });
      expect(properties.BackupPolicy).to.deep.equal({ Status: "DISABLED" });
      expect(properties).to.not.have.property("FileSystemPolicy");

      const Statement = [{ Effect: "Allow", Principal: "*", Action: "elasticfilesystem:ClientMount" }];
      const Policy = JSON.stringify({ Version: "2012-10-17", Statement });
      await efs.send(new PutFileSystemPolicyCommand({ FileSystemId: id, Policy }));
      expect((await seen()).properties.FileSystemPolicy).to.deep.equal(JSON.parse(Policy));
    });
  }).timeout(120_000);

  // The words of the official provider; what follows "reading" names what was looked for.
  const absent: Readonly<Record<string, readonly [() => Promise<unknown>, string]>> = {
    "a file system": [
      () => getFileSystem({ fileSystemId: "fs-01234567" }),
      "no matching EFS file system found",
    ],
    "a mount target": [
      () => getMountTarget({ mountTargetId: "fsmt-01234567" }),
      "reading EFS Mount Target: couldn't find resource",
    ],
    "an interface": [
      () => getNetworkInterface({ id: "eni-0123456789abcdef0" }),
      "no matching EC2 Network Interface found",
    ],
    "a rule": [
      () => getSecurityGroupRule({ securityGroupRuleId: "sgr-0123456789abcdef0" }),
      "no matching Security Group Rule found",
    ],
    "a group": [
      () => getSecurityGroup({ id: "sg-0123456789abcdef0" }),
      "no matching EC2 Security Group found",
    ],
    "a subnet": [() => getSubnet({ id: "subnet-0123456789abcdef0" }), "no matching EC2 Subnet found"],
    "a VPC": [() => getVpc({ id: "vpc-0123456789abcdef0" }), "no matching EC2 VPC found"],
    "a resource of CloudFormation": [
      () => getResource({ typeName: "AWS::EFS::FileSystem", identifier: "fs-01234567" }),
      "reading Cloud Control API (AWS::EFS::FileSystem) Resource (fs-01234567): couldn't find resource",
    ],
    "more than one subnet": [
      () => getSubnet(named("vpc-id", vpcId)),
      "multiple EC2 Subnets matched; use additional constraints to reduce matches to a single EC2 Subnet",
    ],
  };

  it("say in the provider's words that something is not there, or too much", async () => {
    const words = (error: unknown): string => (error instanceof Error ? error.message : String(error));
    const program: Program = async () => {
      const said = Object.entries(absent).map(async ([what, [look]]) => [what, await look().catch(words)]);
      return { said: output(JSON.stringify(Object.fromEntries(await Promise.all(said)))) };
    };
    await Trial.run("lookups-absent", async (trial) => {
      const said = JSON.parse((await trial.up(program)).outputs.said ?? "") as Record<string, string>;
      for (const [what, [, expected]] of Object.entries(absent)) {
        expect(said[what], what).to.include(expected);
      }
    });
  }).timeout(60_000);

  // The official provider reads every type that CloudFormation has.
  const itOfTheStandIn = process.env.LOCAL_PROVIDERS === "official" ? () => undefined : it;
  itOfTheStandIn("refuse by name what is not imitated of CloudFormation", async () => {
    await Trial.run("lookups-refused", async (trial) => {
      const said = await trial.failure(async () => {
        await getResource({ typeName: "AWS::S3::Bucket", identifier: "homes" });
        return {};
      });
      expect(said).to.include("reads AWS::EFS::FileSystem alone, not AWS::S3::Bucket");
    });
  });
});
