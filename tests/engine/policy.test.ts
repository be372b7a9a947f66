// Proves that the engine starts the policy pack as it stands and asks it: a stack with every fault is refused before
// anything is made, each rule reports, and a hub of ours passes in a preview and in an update. Does not prove Pulumi's own language host, by which packs are started outside the local environment.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { AccessPoint } from "@pulumi/aws/efs/accessPoint.js";
import { FileSystem } from "@pulumi/aws/efs/fileSystem.js";
import { MountTarget } from "@pulumi/aws/efs/mountTarget.js";
import { SecurityGroupIngressRule } from "@pulumi/aws/vpc/securityGroupIngressRule.js";
import { SecurityGroup } from "@pulumi/aws/ec2/securityGroup.js";
import { PersistentVolume } from "@pulumi/kubernetes/core/v1/persistentVolume.js";
import { Release } from "@pulumi/kubernetes/helm/v3/release.js";
import { StorageClass } from "@pulumi/kubernetes/storage/v1/storageClass.js";
import { LocalWorkspace, type Stack } from "@pulumi/pulumi/automation/index.js";
import { expect } from "chai";
import { network } from "./aws/network.ts";
import { afterFailure } from "./support/afterFailure.ts";
import { resourcesInCloud } from "./support/cloud.ts";
import { HubStack, settings } from "./support/hub.ts";
import { type Exported, policyFaults } from "./support/policyFaults.ts";
import { policyLog, policyPack } from "./support/policyPack.ts";

/** What a hub must not be, all of it at once. */
async function bad(): Promise<void> {
  const { vpcId, first } = await network();
  const homes = new FileSystem("plain-homes", { encrypted: false });
  new MountTarget("door", { fileSystemId: homes.id, subnetId: first });
  const { id } = new SecurityGroup("open", { vpcId });
  new SecurityGroupIngressRule("anybody", {
    securityGroupId: id,
    ipProtocol: "tcp",
    fromPort: 2049,
    toPort: 2049,
    cidrIpv4: "0.0.0.0/0",
  });
  new AccessPoint("root", { fileSystemId: homes.id });
  const spec = { capacity: { storage: "1Gi" }, accessModes: ["ReadWriteMany"] };
  new PersistentVolume("plain", { spec: { ...spec, nfs: { server: "10.0.0.1", path: "/" } } });
  const csi = { driver: "efs.csi.aws.com", volumeHandle: "fs-0123456789abcdef0" };
  new PersistentVolume("whole", { spec: { ...spec, csi } });
  new StorageClass("lost", { provisioner: "efs.csi.aws.com", reclaimPolicy: "Delete" });
  const { hub } = settings() as { hub: { chart: { path: string } } };
  new Release("hub", { chart: hub.chart.path, values: { hub: { db: { password: "hunter2" } } } });
}

describe("the policy pack", function () {
  let folder: string;
  const withConfig = async (config: object): Promise<string[]> => {
    const file = path.join(folder, "config.json");
    await writeFile(file, JSON.stringify(config));
    return [file];
  };
  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "jupyterhub-efs-policy-"));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  describe("on a stack with every fault", () => {
    let stack: Stack;
    before(async () => {
      const args = { stackName: "bad", projectName: "policy-trial", program: bad };
      stack = await LocalWorkspace.createOrSelectStack(args);
      await stack.setConfig("aws:region", { value: process.env.AWS_REGION ?? "us-east-1" });
    });
    after(() => stack.destroy({ remove: true }));

    it("refuses it in a preview, and names each fault", async () => {
      const log = policyLog();
      const refused = await stack.preview({ policyPacks: [policyPack], onEvent: log.onEvent }).then(
        () => false,
        () => true,
      );
      await afterFailure();
      expect(log.said).to.have.members([
        "mandatory encrypted: plain-homes",
        "mandatory protected: plain-homes",
        "mandatory file-system-policy: plain-homes",
        "mandatory nfs-from-groups: anybody",
        "mandatory no-root-volume: root",
        "mandatory no-root-volume: whole",
        "mandatory no-plain-nfs: plain",
        "mandatory retained: lost",
        "remediate secret-values: hub",
      ]);
      expect(log.messages.join()).not.to.contain("can't run policy");
      expect(refused).to.be.true;
    });

    it("makes nothing of it in an update", async () => {
      const before = await resourcesInCloud();
      const refused = await stack.up({ policyPacks: [policyPack] }).then(
        () => false,
        () => true,
      );
      await afterFailure();
      expect(refused).to.be.true;
      const made = (await resourcesInCloud()).filter((one) => !before.includes(one));
      expect(made.filter((one) => /^(file system|security group rule|access point)/.test(one))).to.be.empty;
    });

    it("lets be what its configuration names", async () => {
      const log = policyLog();
      const policyPackConfigs = await withConfig({
        all: "advisory",
        encrypted: { enforcementLevel: "mandatory", allow: ["plain-homes"] },
        "secret-values": "disabled",
      });
      await stack.preview({ policyPacks: [policyPack], policyPackConfigs, onEvent: log.onEvent });
      expect(log.said)
        .to.include("advisory retained: lost")
        .and.not.to.include("mandatory encrypted: plain-homes");
      expect(log.said.join()).not.to.contain("secret-values");
    });
  });

  describe("on a hub", () => {
    let hub: HubStack;
    const password = "hunter2";
    before(async () => {
      const values = { hub: { config: { Authenticator: { allow_all: true } }, db: { password } } };
      hub = await HubStack.open("policed", settings({ dataProtection: "protect", hub: { values } }));
    });
    after(async () => {
      await hub.say(settings());
      await hub.stack.up();
      await hub.remove();
    });

    it("says nothing in a preview, in which hardly anything is known", async () => {
      const log = policyLog();
      await hub.stack.preview({ policyPacks: [policyPack], onEvent: log.onEvent });
      expect(log.said).to.be.empty;
    });

    it("says nothing in an update, whose secrets are secrets already", async () => {
      const log = policyLog();
      await hub.stack.up({ policyPacks: [policyPack], onEvent: log.onEvent });
      expect(log.said).to.be.empty;
      const { deployment } = (await hub.stack.exportStack()) as { deployment: { resources?: Exported[] } };
      const { resources = [] } = deployment;
      expect(JSON.stringify(resources)).not.to.contain(`"password":"${password}"`);
      expect(policyFaults(resources)).to.be.empty;
    });
  });
});
