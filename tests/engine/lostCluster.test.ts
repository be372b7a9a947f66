// Walks through docs/restore.md where a cluster is lost and the file system is not: a cluster made again under its name,
// and one of another name in another VPC with the old one out of reach, on a file system of the stack and on one that it
// adopted. Protected homes stay what they were, and the stack finds them from the new cluster. Does not prove that a node
// mounts them: nothing is mounted, and all clusters are the one API server, emptied in between.
import {
  CreateFileSystemCommand,
  DeleteFileSystemCommand,
  DescribeMountTargetsCommand,
} from "@aws-sdk/client-efs";
import { expect } from "chai";
import { efs, resourcesInCloud } from "./support/cloud.ts";
import { core, create, objectsInCluster, storage } from "./support/cluster.ts";
import { failureOf } from "./support/failureOf.ts";
import { type Change, HubStack, type Raw } from "./support/hub.ts";
import { Address, loseCluster } from "./support/lostCluster.ts";
import { otherCluster, type OtherCluster } from "./support/otherCluster.ts";
import { protectedStack, removeAll } from "./support/protectedStack.ts";
import { refused } from "./support/refused.ts";
import { claimHome, type DrivenHome } from "./support/servers.ts";
import { removeAccessPoints, removeAssociations, removeMountTargets } from "./support/ways.ts";

const isOfCluster = (change: Change) => change.includes(" kubernetes:");

/** Deploys a stack on a cluster, which then is gone, and out of reach. */
async function deployAndLose(name: string, raw: Raw, empty: readonly string[]) {
  const address = await Address.open();
  const stack = await HubStack.open(name, { ...raw, kubernetes: { kubeconfig: address.kubeconfig } });
  const { outputs: first } = await stack.up();
  await loseCluster(empty);
  await address.takeAway();
  return { stack, first };
}

/** Takes what is in a cluster out of reach for gone. */
async function refreshForgetting(stack: HubStack): Promise<Change[]> {
  process.env.PULUMI_K8S_DELETE_UNREACHABLE = "true";
  return stack.refresh().finally(() => delete process.env.PULUMI_K8S_DELETE_UNREACHABLE);
}

describe("a cluster that is lost, and made again under its name", function () {
  let empty: { cloud: string[]; cluster: string[] };
  let stack: HubStack;
  let first: Record<string, unknown>;
  let home: DrivenHome;
  before(async () => {
    empty = { cloud: await resourcesInCloud(), cluster: await objectsInCluster() };
    stack = await HubStack.open("lost", protectedStack({ provisioning: "dynamic" }));
    first = (await stack.up()).outputs;
    await removeAssociations("local");
    await loseCluster(empty.cluster);
  });
  after(async () => {
    await removeAll(stack);
    await home.remove();
    await core.deletePersistentVolume({ name: "hub-database" });
    expect(await resourcesInCloud()).to.deep.equal(empty.cloud);
  });

  it("is found gone by a refresh, which forgets what was in it and nothing else", async () => {
    expect(await failureOf(() => stack.preview())).to.include("does not exist");
    const forgotten = await stack.refresh();
    expect(forgotten.filter((change) => !isOfCluster(change))).to.have.members([
      "delete aws:eks/podIdentityAssociation:PodIdentityAssociation jupyterhub-driver-controller",
      "delete aws:eks/podIdentityAssociation:PodIdentityAssociation jupyterhub-driver-node",
    ]);
    expect(await stack.protectedNames()).to.include("jupyterhub-homes");
  });

  it("is furnished again by the next update, with the homes and a restored database of the hub", async () => {
    await create({
      apiVersion: "v1",
      kind: "PersistentVolume",
      metadata: { name: "hub-database" },
      spec: {
        capacity: { storage: "1Gi" },
        accessModes: ["ReadWriteOnce"],
        storageClassName: "gp3",
        persistentVolumeReclaimPolicy: "Retain",
        claimRef: { namespace: "hub", name: "hub-db-dir" },
        csi: { driver: "ebs.csi.aws.com", volumeHandle: "vol-0123456789abcdef0", fsType: "ext4" },
      },
    });
    const { changes, outputs } = await stack.up();
    expect(changes.filter((change) => !change.startsWith("create "))).to.deep.equal([]);
    expect(outputs).to.deep.include({ ...first, hubUrl: outputs.hubUrl });
    const { parameters } = await storage.readStorageClass({ name: String(outputs.homeStorageClass) });
    expect(parameters).to.include({ basePath: "/hub", subPathPattern: "${.PVC.name}" });
    const place = {
      namespace: "hub",
      storageClassName: String(outputs.homeStorageClass),
      fileSystemId: String(outputs.fileSystemId),
    };
    home = await claimHome(place, "home-alice");
    const claim = await core.readNamespacedPersistentVolumeClaim({ name: "hub-db-dir", namespace: "hub" });
    expect(claim.spec?.volumeName).to.equal("hub-database");
    expect((await stack.up()).changes).to.deep.equal([]);
  });
});

describe("a cluster that is lost, with another in another VPC in its place", function () {
  const cluster = { existing: { name: "second" } };
  const elsewhere = protectedStack({ cluster, movedFrom: { "cluster.existing.name": "local" } });
  let empty: { cloud: string[]; cluster: string[] };
  let stack: HubStack;
  let first: Record<string, unknown>;
  let second: OtherCluster;
  before(async () => {
    empty = { cloud: await resourcesInCloud(), cluster: await objectsInCluster() };
    ({ stack, first } = await deployAndLose("moved", protectedStack({}), empty.cluster));
    second = await otherCluster("second", "us-east-1");
  });
  after(async () => {
    await removeAll(stack);
    await second.remove();
    expect(await resourcesInCloud()).to.deep.equal(empty.cloud);
  });

  it("is not left for the other by an update alone: not without a word, and nothing protected is replaced with it", async () => {
    const before = await resourcesInCloud();
    const reason = await refused(stack, protectedStack({ cluster }));
    expect(reason).to.match(/movedFrom:\s+cluster\.existing\.name: local\s/);
    expect(reason).to.include("restore.md#3-the-cluster");
    await stack.say(elsewhere);
    expect(await failureOf(() => stack.preview())).to.include("unable to replace resource");
    expect(await resourcesInCloud()).to.deep.equal(before);
  });

  it("is forgotten by a refresh that is told so, and by no other", async () => {
    expect(await failureOf(() => stack.refresh())).to.include("unreachable");
    const forgotten = await refreshForgetting(stack);
    expect(forgotten.filter((change) => !isOfCluster(change))).to.deep.equal([]);
    expect(forgotten.filter((change) => change.includes("Release"))).to.have.lengthOf(2);
  });

  it("leaves its VPC with its mount targets, which are made again in the other, on the same file system", async () => {
    const FileSystemId = String(first.fileSystemId);
    await removeMountTargets(FileSystemId);
    await stack.refresh();
    const { changes, outputs } = await stack.up();
    expect(changes.filter((change) => /(FileSystem|AccessPoint) /.test(change))).to.have.members(
      ["enforced", "plain"].map(
        (which) => `update aws:efs/accessPoint:AccessPoint jupyterhub-hub-homes-${which}`,
      ),
    );
    for (const same of ["fileSystemId", "accessPointId", "exampleHome"])
      expect(outputs[same], same).to.equal(first[same]);
    const now = (await efs.send(new DescribeMountTargetsCommand({ FileSystemId }))).MountTargets;
    expect(now?.map(({ VpcId }) => VpcId)).to.deep.equal([second.vpcId, second.vpcId]);
    expect((await stack.up()).changes).to.deep.equal([]);
  });
});

describe("a cluster that is lost, and its homes on a file system that was adopted", function () {
  let empty: { cloud: string[]; cluster: string[] };
  let id: string;
  let stack: HubStack;
  let second: OtherCluster;
  const on = (raw: Raw) =>
    protectedStack({
      fileSystem: { existing: { id, createMissingMountTargets: true } },
      homesPath: "/homes",
      usernames: "safe",
      ...raw,
    });
  before(async () => {
    empty = { cloud: await resourcesInCloud(), cluster: await objectsInCluster() };
    const made = await efs.send(new CreateFileSystemCommand({ CreationToken: "adopted", Encrypted: true }));
    id = made.FileSystemId ?? "";
    ({ stack } = await deployAndLose("adopted", on({}), empty.cluster));
    second = await otherCluster("second", "us-east-1");
  });
  after(async () => {
    await removeAll(stack);
    await second.remove();
    await efs.send(new DeleteFileSystemCommand({ FileSystemId: id }));
    expect(await resourcesInCloud()).to.deep.equal(empty.cloud);
  });

  it("is followed by another, once the first one's access points and mount targets are deleted", async () => {
    const movedFrom = { "cluster.existing.name": "local" };
    await stack.say(on({ cluster: { existing: { name: "second" } }, movedFrom }));
    expect(await failureOf(() => stack.preview()))
      .to.include("aws efs delete-access-point")
      .and.include("must be in the cluster's VPC");
    await removeAccessPoints(id);
    await removeMountTargets(id);
    await refreshForgetting(stack);
    const { changes, outputs } = await stack.up();
    expect(changes.filter((change) => /^(delete|update) aws:efs/.test(change))).to.deep.equal([]);
    expect(outputs).to.include({ fileSystemId: id, exampleHome: "/homes/home-bob-smith---365b77fb" });
    expect((await stack.up()).changes).to.deep.equal([]);
  });
});
