// Proves, on a real engine and a real API server, which policy the file system has in the cloud, that it is there before
// the hub and the job that mounts, that a change which would cut servers off stops before anything is changed, what the
// word lets through, and that the policy is held and kept with the file system. Does not prove what EFS makes of a
// policy: nothing is mounted.
import { DeleteFileSystemCommand } from "@aws-sdk/client-efs";
import { expect } from "chai";
import { efs } from "./support/cloud.ts";
import { core, storage } from "./support/cluster.ts";
import { failureOf } from "./support/failureOf.ts";
import { HubStack, type Raw, settings } from "./support/hub.ts";
import { accessPointsIn, policyInCloud } from "./support/policies.ts";

const POLICY = "aws:efs/fileSystemPolicy:FileSystemPolicy jupyterhub-access";
const RELEASE = "kubernetes:helm.sh/v3:Release jupyterhub-hub";
const sidsOf = async (fileSystemId: string) => Object.keys((await policyInCloud(fileSystemId)) ?? {});

describe("who may mount static homes", function () {
  let stack: HubStack;
  let fileSystemId: string;
  let volumes: (string | undefined)[];
  const say = (raw: Raw = {}) => stack.say(settings({ dataProtection: "protect", ...raw }));
  const volumesOf = async () =>
    (await core.listPersistentVolume()).items
      .filter(({ metadata }) => metadata?.name?.startsWith("hub-efs-homes"))
      .map(({ metadata }) => metadata?.uid)
      .sort();
  const mountOptions = async () =>
    (await core.readPersistentVolume({ name: "hub-efs-homes" })).spec?.mountOptions;

  before(async () => {
    // One of its updates opens the file system on purpose.
    const against = ["file-system-policy"];
    stack = await HubStack.open("access", settings({ dataProtection: "protect" }), against);
  });
  after(async () => {
    await stack.say(settings());
    await stack.up();
    await stack.remove();
  });

  it("is the driver's role, through the access point that enforces, and nobody before there is a hub", async () => {
    const { changes, outputs } = await stack.up();
    fileSystemId = String(outputs.fileSystemId);
    expect(changes.indexOf(`create ${POLICY}`))
      .to.be.greaterThan(-1)
      .and.lessThan(changes.indexOf(`create ${RELEASE}`));
    const policy = await policyInCloud(fileSystemId);
    expect(Object.keys(policy ?? {})).to.deep.equal(["DenyPlaintext", "MountHomes"]);
    expect(policy?.MountHomes?.Principal?.AWS).to.match(/^arn:aws:iam::\d{12}:role\/jupyterhub-driver-node-/);
    const [accessPoint = ""] = [accessPointsIn(policy?.MountHomes)].flat();
    expect(accessPoint).to.match(
      new RegExp(
        `^arn:aws:elasticfilesystem:us-east-1:\\d{12}:access-point/${String(outputs.accessPointId)}$`,
      ),
    );
    expect(await mountOptions()).to.deep.equal(["iam"]);
    volumes = await volumesOf();
    expect((await stack.up()).changes).to.deep.equal([]);
    expect(await stack.refresh()).to.deep.equal([]);
  });

  it("has a policy that is held like the file system", async () => {
    expect(await stack.protectedNames()).to.include("jupyterhub-access");
  });

  it("may be root as soon as a server is, before the hub starts one", async () => {
    await say({ userMode: "root" });
    const { changes } = await stack.up();
    expect(changes.indexOf(`update ${POLICY}`))
      .to.be.greaterThan(-1)
      .and.lessThan(changes.indexOf(`update ${RELEASE}`));
    expect(await sidsOf(fileSystemId)).to.deep.equal(["DenyPlaintext", "MountHomes", "MountHomesAsRoot"]);
  });

  it("is not narrowed under root servers without a word, and nothing changes", async () => {
    await say();
    expect(await failureOf(() => stack.preview())).to.include("keepRootAccess: true");
    expect(await failureOf(() => stack.up())).to.include("userMode: root");
    expect(await sidsOf(fileSystemId)).to.include("MountHomesAsRoot");
  });

  it("stays what it was while `keepRootAccess` says so, and is narrowed when it is removed", async () => {
    await say({ keepRootAccess: true });
    expect((await stack.up()).changes)
      .to.include(`update ${RELEASE}`)
      .and.not.include(`update ${POLICY}`);
    await say();
    expect((await stack.up()).changes)
      .to.include(`update ${POLICY}`)
      .and.not.include(`update ${RELEASE}`);
    expect(await sidsOf(fileSystemId)).to.deep.equal(["DenyPlaintext", "MountHomes"]);
  });

  it("changes with the word alone: policy and mount options in place, no volume anew", async () => {
    await say({ access: "tls" });
    expect(await failureOf(() => stack.up())).to.include("access: iam");
    await say({ access: "tls", movedFrom: { access: "iam" } });
    await stack.up();
    expect((await policyInCloud(fileSystemId))?.MountHomes?.Principal).to.deep.equal({ AWS: "*" });
    expect(await mountOptions()).to.equal(undefined);
    await say({ access: "open" });
    await stack.up();
    expect(await sidsOf(fileSystemId)).to.deep.equal(["OpenToAll"]);
    await say({ movedFrom: { access: "open" } });
    await stack.up();
    expect(await mountOptions()).to.deep.equal(["iam"]);
    expect(await volumesOf()).to.deep.equal(volumes);
    expect(await stack.protectedNames()).to.include("jupyterhub-access");
  });

  it("lets a job be root that gives homes away, from before it until it is not asked for any more", async () => {
    await say({ fixOwners: "directories" });
    const { changes } = await stack.up();
    expect(changes.indexOf(`update ${POLICY}`))
      .to.be.greaterThan(-1)
      .and.lessThan(changes.indexOf("create kubernetes:batch/v1:Job jupyterhub-hub-homes-fix-owners"));
    expect(await sidsOf(fileSystemId)).to.include("MountHomesAsRoot");
    await say();
    await stack.up();
    expect(await sidsOf(fileSystemId)).not.to.include("MountHomesAsRoot");
  });
});

describe("who may mount dynamic homes that are retained", function () {
  let stack: HubStack;
  let fileSystemId: string;
  before(async () => {
    stack = await HubStack.open(
      "access-dynamic",
      settings({ provisioning: "dynamic", dataProtection: "retain" }),
    );
  });
  after(async () => {
    await stack.remove();
    await core.deleteNamespace({ name: "hub" });
    await efs.send(new DeleteFileSystemCommand({ FileSystemId: fileSystemId }));
  });

  it("is the driver's role, through whatever access points the driver makes", async () => {
    const { outputs } = await stack.up();
    fileSystemId = String(outputs.fileSystemId);
    const policy = await policyInCloud(fileSystemId);
    expect(Object.keys(policy ?? {})).to.deep.equal(["DenyPlaintext", "MountUsersHomes"]);
    expect(accessPointsIn(policy?.MountUsersHomes)).to.match(/:access-point\/\*$/);
    expect((await storage.readStorageClass({ name: "hub-efs-homes" })).mountOptions).to.deep.equal(["iam"]);
  });

  it("is nobody once the stack is gone: the policy stays with the file system", async () => {
    await stack.destroy();
    expect(await sidsOf(fileSystemId)).to.deep.equal(["DenyPlaintext", "MountUsersHomes"]);
  });
});
