// Proves the life of every resource type on the real engine: made, unchanged, refreshed without change, gone.
// Provider-neutral. Does not prove permissions, quotas or waiting times of a real account.
import { SecurityGroup } from "@pulumi/aws/ec2/index.js";
import {
  AccessPoint,
  BackupPolicy,
  FileSystem,
  FileSystemPolicy,
  MountTarget,
} from "@pulumi/aws/efs/index.js";
import { Addon, PodIdentityAssociation } from "@pulumi/aws/eks/index.js";
import { Policy, Role, RolePolicy, RolePolicyAttachment } from "@pulumi/aws/iam/index.js";
import { SecurityGroupEgressRule, SecurityGroupIngressRule } from "@pulumi/aws/vpc/index.js";
import { jsonStringify } from "@pulumi/pulumi";
import { expect } from "chai";
import { resourcesInCloud } from "../support/cloud.ts";
import { network, type Network } from "./network.ts";
import { type Program, Trial } from "./trial.ts";

const allow = (Action: string) => ({
  Version: "2012-10-17" as const,
  Statement: [{ Effect: "Allow" as const, Action, Resource: "*" }],
});
const trust = {
  Version: "2012-10-17",
  Statement: [
    {
      Effect: "Allow",
      Principal: { Service: "pods.eks.amazonaws.com" },
      Action: ["sts:AssumeRole", "sts:TagSession"],
    },
  ],
} as const;

const everything =
  ({ vpcId, first, otherZone }: Network): Program =>
  () => {
    const fileSystem = new FileSystem("homes", {
      encrypted: true,
      throughputMode: "elastic",
      lifecyclePolicies: [
        { transitionToIa: "AFTER_30_DAYS" },
        { transitionToPrimaryStorageClass: "AFTER_1_ACCESS" },
      ],
      tags: { Name: "homes" },
    });
    const fileSystemId = fileSystem.id;
    const group = new SecurityGroup("nfs", { vpcId, description: "NFS" });
    const rule = { securityGroupId: group.id, ipProtocol: "tcp", fromPort: 2049, toPort: 2049 };
    new SecurityGroupIngressRule("nodes", {
      ...rule,
      referencedSecurityGroupId: group.id,
      description: "nodes",
    });
    new SecurityGroupEgressRule("out", {
      securityGroupId: group.id,
      cidrIpv4: "0.0.0.0/0",
      ipProtocol: "-1",
    });
    for (const [name, subnetId] of Object.entries({ first, otherZone })) {
      new MountTarget(name, { fileSystemId, subnetId, securityGroups: [group.id] });
    }
    const creationInfo = { ownerUid: 1000, ownerGid: 100, permissions: "0755" };
    new AccessPoint("ap", {
      fileSystemId,
      posixUser: { uid: 1000, gid: 100 },
      rootDirectory: { path: "/homes", creationInfo },
    });
    new BackupPolicy("backup", { fileSystemId, backupPolicy: { status: "ENABLED" } });
    const Statement = [
      { Effect: "Allow", Principal: "*", Action: "elasticfilesystem:ClientMount", Resource: fileSystem.arn },
    ];
    new FileSystemPolicy("policy", {
      fileSystemId,
      policy: jsonStringify({ Version: "2012-10-17", Statement }),
    });
    const role = new Role("csi", { assumeRolePolicy: jsonStringify(trust) });
    const policy = new Policy("own", { policy: allow("ec2:Describe*") });
    new RolePolicyAttachment("own", { role: role.name, policyArn: policy.arn });
    new RolePolicy("inline", { role: role.name, policy: allow("ec2:Describe*") });
    const account = { clusterName: "local", namespace: "trial", serviceAccount: "trial" };
    new PodIdentityAssociation("csi", { ...account, roleArn: role.arn });
    new Addon("metrics", { clusterName: "local", addonName: "metrics-server" });
    return { id: fileSystem.id, dnsName: fileSystem.dnsName, role: role.name };
  };

describe("every AWS resource type", () => {
  it("is made, stays unchanged, is refreshed without change and goes away", async () => {
    const before = await resourcesInCloud();
    const program = everything(await network());
    await Trial.run("life", async (trial) => {
      const planned = await trial.preview(program);
      const { changes, outputs } = await trial.up(program);
      expect(changes).to.have.members(planned);
      expect(changes).to.have.length(15);
      expect(outputs.dnsName).to.match(/^fs-[0-9a-f]+\.efs\..+\.amazonaws\.com$/);
      expect(outputs.role).to.match(/^csi-[0-9a-f]{7}$/);
      expect((await trial.up(program)).changes).to.deep.equal([]);
      await trial.stack.refresh({ expectNoChanges: true });
      expect((await trial.up(program)).changes).to.deep.equal([]);
    });
    expect(await resourcesInCloud()).to.deep.equal(before);
  }).timeout(180_000);
});
