// Proves that an update passes through throttling, faults of the services and broken connections, and what a person reads when it
// cannot. The failures are the simulated AWS's; what becomes of them is provider-neutral. Does not prove AWS's own limits.
import { BackupClient, ListBackupSelectionsCommand } from "@aws-sdk/client-backup";
import { DeleteFileSystemCommand, DescribeFileSystemsCommand } from "@aws-sdk/client-efs";
import { Plan, Selection, Vault } from "@pulumi/aws/backup/index.js";
import { SecurityGroup } from "@pulumi/aws/ec2/index.js";
import { AccessPoint, FileSystem, MountTarget } from "@pulumi/aws/efs/index.js";
import { Addon, PodIdentityAssociation } from "@pulumi/aws/eks/index.js";
import { Role } from "@pulumi/aws/iam/index.js";
import { Provider } from "@pulumi/aws/provider.js";
import { SecurityGroupIngressRule } from "@pulumi/aws/vpc/index.js";
import { expect } from "chai";
import { efs, resourcesInCloud } from "../support/cloud.ts";
import { type FailingAction, failNext, failOften, stopFailing } from "../support/failures.ts";
import { network } from "./network.ts";
import { type Program, Trial } from "./trial.ts";

// The stand-in's waits between two tries; the official provider has its own.
process.env.LOCAL_AWS_RETRY_MILLISECONDS = "5";

const { vpcId, first } = await network();
const trust = { Version: "2012-10-17", Statement: [] } as const;
const everything: Program = () => {
  const lifecyclePolicies = [{ transitionToIa: "AFTER_30_DAYS" }];
  const fileSystem = new FileSystem("fs", { encrypted: true, lifecyclePolicies });
  const fileSystemId = fileSystem.id;
  const group = new SecurityGroup("nfs", { vpcId, description: "NFS" });
  const rule = { securityGroupId: group.id, ipProtocol: "tcp", fromPort: 2049, toPort: 2049 };
  new SecurityGroupIngressRule("vpc", { ...rule, cidrIpv4: "10.42.0.0/16" });
  new MountTarget("mt", { fileSystemId, subnetId: first, securityGroups: [group.id] });
  new AccessPoint("ap", { fileSystemId, posixUser: { uid: 1000, gid: 100 } });
  new Role("role", { assumeRolePolicy: JSON.stringify(trust) });
  return { id: fileSystemId };
};
const alone: Program = () => ({ id: new FileSystem("fs").id });
const fileSystems = async (): Promise<string[]> =>
  ((await efs.send(new DescribeFileSystemsCommand())).FileSystems ?? []).map(
    ({ FileSystemId = "" }) => FileSystemId,
  );

describe("a failing AWS", () => {
  let before: string[] = [];
  beforeEach(async () => {
    before = await resourcesInCloud();
  });
  afterEach(async () => {
    await stopFailing();
    expect(await resourcesInCloud()).to.deep.equal(before);
  });

  it("is asked again after throttling and faults of its own, in the words of each service", async () => {
    const failing: FailingAction[] = [
      { service: "efs", action: "CreateFileSystem", how: "throttling", times: 4 },
      { service: "efs", action: "DescribeFileSystems", how: ["throttling", "internal-error"], times: 3 },
      { service: "efs", action: "CreateMountTarget", how: "unavailable", times: 2 },
      { service: "efs", action: "CreateAccessPoint", how: "internal-error", times: 2 },
      { service: "ec2", action: "CreateSecurityGroup", how: "throttling", times: 3 },
      { service: "ec2", action: "AuthorizeSecurityGroupIngress", how: "internal-error" },
      { service: "ec2", action: "DescribeSecurityGroups", how: "unavailable", times: 2 },
      { service: "iam", action: "CreateRole", how: ["throttling", "unavailable"], times: 3 },
      { service: "iam", action: "GetRole", how: "internal-error" },
    ];
    await Trial.run("failing-throttled", async (trial) => {
      for (const one of failing) await failNext(one);
      expect((await trial.up(everything)).changes).to.have.length(6);
      const expected = failing.reduce((sum, { times = 1 }) => sum + times, 0);
      expect(await stopFailing()).to.have.length(expected);
      expect((await trial.up(everything)).changes).to.deep.equal([]);
    });
  }).timeout(120_000);

  it("is asked again when connections break and a call may be made twice", async () => {
    const harmless: FailingAction[] = [
      { service: "efs", action: "CreateFileSystem", how: "timeout-before" },
      { service: "efs", action: "PutLifecycleConfiguration", how: "timeout-after" },
      { service: "efs", action: "CreateMountTarget", how: "timeout-before" },
      { service: "ec2", action: "CreateSecurityGroup", how: "timeout-before" },
      { service: "efs", action: "DeleteMountTarget", how: "timeout-after" },
      { service: "efs", action: "DeleteFileSystem", how: ["timeout-after"] },
      { service: "ec2", action: "DeleteSecurityGroup", how: "timeout-after" },
    ];
    await Trial.run("failing-broken", async (trial) => {
      for (const one of harmless) await failNext(one);
      await trial.up(everything);
      expect((await trial.up(everything)).changes).to.deep.equal([]);
      await trial.up(() => ({}));
      expect(await stopFailing()).to.have.length(harmless.length);
    });
  }).timeout(120_000);

  it("takes a lost answer for done where the request has a token: backups and pod identities", async () => {
    const program: Program = () => {
      const assumeRolePolicy = JSON.stringify({
        Version: "2012-10-17",
        Statement: [{ Principal: { Service: "backup.amazonaws.com" } }],
      });
      const { arn } = new Role("role", { assumeRolePolicy });
      const vault = new Vault("vault");
      const plan = new Plan("plan", { rules: [{ ruleName: "daily", targetVaultName: vault.name }] });
      new Selection("selection", { planId: plan.id, iamRoleArn: arn, resources: ["*"] });
      const account = { clusterName: "local", namespace: "lost", serviceAccount: "lost" };
      new PodIdentityAssociation("identity", { ...account, roleArn: arn });
      new Addon("metrics", { clusterName: "local", addonName: "metrics-server" });
      return { plan: plan.id };
    };
    await Trial.run("failing-tokens", async (trial) => {
      const actions = ["CreateBackupVault", "CreateBackupPlan", "CreateBackupSelection"];
      for (const action of actions) await failNext({ service: "backup", action, how: "timeout-after" });
      for (const action of ["CreatePodIdentityAssociation", "CreateAddon"])
        await failNext({ service: "eks", action, how: "timeout-after" });
      const { outputs } = await trial.up(program);
      expect(await stopFailing()).to.have.length(5);
      const selections = new ListBackupSelectionsCommand({ BackupPlanId: outputs.plan });
      expect((await new BackupClient().send(selections)).BackupSelectionsList).to.have.length(1);
    });
  }).timeout(120_000);

  it("never makes a second file system when the answer to the first is lost, and says which it made", async () => {
    await Trial.run("failing-lost", async (trial) => {
      const known = await fileSystems();
      await failNext({ service: "efs", action: "CreateFileSystem", how: "timeout-after" });
      const said = await trial.failure(alone);
      const made = (await fileSystems()).filter((id) => !known.includes(id));
      expect(made).to.have.length(1);
      expect(said).to.include("FileSystemAlreadyExists").and.to.include(made[0]);
      await efs.send(new DeleteFileSystemCommand({ FileSystemId: made[0] }));
    });
  }).timeout(60_000);

  it("is believed in the end: what goes on too long is what a person reads", async () => {
    await Trial.run("failing-long", async (trial) => {
      await failNext({ service: "efs", action: "CreateFileSystem", how: "throttling", times: 1000 });
      const said = await trial.failure(() => {
        const provider = new Provider("hasty", { region: "us-east-1", maxRetries: 3 });
        return { id: new FileSystem("fs", {}, { provider }).id };
      });
      expect(await stopFailing()).to.have.length(3);
      expect(said).to.include("creating EFS file system").and.to.include("ThrottlingException");
      expect(said)
        .to.include("Rate exceeded")
        .and.to.not.match(/\n\s+at /);
    });
  }).timeout(60_000);

  it("does not fail in a way that is not known", async () => {
    const said = await failNext({ service: "efs", action: "CreateFileSystem", how: "slowly" as never }).catch(
      (error: unknown) => String(error),
    );
    expect(said).to.include("must be one or some of throttling,").and.to.include("got slowly");
  });

  it("may fail now and then all the time: every update comes to its end", async () => {
    await Trial.run("failing-often", async (trial) => {
      const how = ["throttling", "internal-error", "unavailable", "timeout-before"] as const;
      await failOften({ every: 3, seed: 20_261_121, how });
      expect((await trial.up(everything)).changes).to.have.length(6);
      await trial.up(() => ({}));
      const failed = await stopFailing();
      expect(failed.length, "calls that failed").to.be.greaterThan(3);
    });
  }).timeout(120_000);
});
