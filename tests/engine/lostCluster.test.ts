// Walks through docs/restore.md where a cluster is lost and the file system is not: a cluster made again under its name,
// and one of another name in another VPC, with the old one out of reach. Protected homes stay what they were, and the
// stack finds them from the new cluster. Does not prove that a node mounts them: nothing is mounted, and both clusters
// are the one API server, emptied in between.
import { DeleteMountTargetCommand, DescribeMountTargetsCommand } from "@aws-sdk/client-efs";
import {
  DeletePodIdentityAssociationCommand,
  EKSClient,
  ListPodIdentityAssociationsCommand,
} from "@aws-sdk/client-eks";
import { expect } from "chai";
import { efs, resourcesInCloud } from "./support/cloud.ts";
import { core, create, objectsInCluster, storage } from "./support/cluster.ts";
import { failureOf } from "./support/failureOf.ts";
import { type Change, HubStack, type Raw, settings } from "./support/hub.ts";
import { Address, loseCluster } from "./support/lostCluster.ts";
import { otherCluster, type OtherCluster } from "./support/otherCluster.ts";
import { claimHome, type DrivenHome } from "./support/servers.ts";

const protectedStack = (raw: Raw) => settings({ dataProtection: "protect", ...raw });
const isOfCluster = (change: Change) => change.includes(" kubernetes:");

/** Lets the stack go, and everything of it. */
async function removeAll(stack: HubStack): Promise<void> {
  await stack.say({ ...(await stack.settings()), dataProtection: "delete" });
  await stack.up();
  await stack.remove();
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
    // EKS deletes a cluster's associations with it.
    const eks = new EKSClient();
    const { associations = [] } = await eks.send(
      new ListPodIdentityAssociationsCommand({ clusterName: "local" }),
    );
    for (const { associationId } of associations)
      await eks.send(new DeletePodIdentityAssociationCommand({ clusterName: "local", associationId }));
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
    expect(forgotten.filter((change) => !isOfCluster(change))).to.deep.equal([
      "delete aws:eks/podIdentityAssociation:PodIdentityAssociation jupyterhub-driver-controller",
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
  const elsewhere = protectedStack({ cluster: { existing: { name: "second" } } });
  let empty: { cloud: string[]; cluster: string[] };
  let stack: HubStack;
  let first: Record<string, unknown>;
  let second: OtherCluster;
  before(async () => {
    empty = { cloud: await resourcesInCloud(), cluster: await objectsInCluster() };
    const address = await Address.open();
    stack = await HubStack.open("moved", protectedStack({ kubernetes: { kubeconfig: address.kubeconfig } }));
    first = (await stack.up()).outputs;
    await loseCluster(empty.cluster);
    await address.takeAway();
    second = await otherCluster("second", "us-east-1");
  });
  after(async () => {
    await removeAll(stack);
    await second.remove();
    expect(await resourcesInCloud()).to.deep.equal(empty.cloud);
  });

  it("is not left for the other by an update alone: nothing protected is replaced, and nothing was changed", async () => {
    const before = await resourcesInCloud();
    await stack.say(elsewhere);
    expect(await failureOf(() => stack.preview())).to.include("unable to replace resource");
    expect(await resourcesInCloud()).to.deep.equal(before);
  });

  it("is forgotten by a refresh that is told so, and by no other", async () => {
    expect(await failureOf(() => stack.refresh())).to.include("unreachable");
    process.env.PULUMI_K8S_DELETE_UNREACHABLE = "true";
    const forgotten = await stack.refresh().finally(() => delete process.env.PULUMI_K8S_DELETE_UNREACHABLE);
    expect(forgotten.filter((change) => !isOfCluster(change))).to.deep.equal([]);
    expect(forgotten.filter((change) => change.includes("Release"))).to.have.lengthOf(2);
  });

  it("leaves its VPC with its mount targets, which are made again in the other, on the same file system", async () => {
    const FileSystemId = String(first.fileSystemId);
    const { MountTargets = [] } = await efs.send(new DescribeMountTargetsCommand({ FileSystemId }));
    for (const { MountTargetId } of MountTargets)
      await efs.send(new DeleteMountTargetCommand({ MountTargetId }));
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
