// Proves, on live stacks, that a change which would take homes from their users stops before anything is changed, that
// the word lets it through, and each way by which homes move: to another directory or owner, between static and dynamic
// under a running server, from root to non-root on an adopted file system, and from the public guide's volume. Does not
// prove what is on the file system: nothing is mounted, and the job that hands over owners only pretends to run.
import { CreateFileSystemCommand, DeleteFileSystemCommand } from "@aws-sdk/client-efs";
import { expect } from "chai";
import { efs } from "./support/cloud.ts";
import { core, create, until } from "./support/cluster.ts";
import { everything } from "./support/everything.ts";
import { HubStack, type Raw, settings } from "./support/hub.ts";
import { refused } from "./support/refused.ts";
import { claimHome, type DrivenHome, type Server, startServer } from "./support/servers.ts";

const replaced = (changes: readonly string[]): string[] =>
  changes
    .filter((change) => change.startsWith("replace "))
    .map((change) => change.replace(/^.*:/, ""))
    .sort();

const waysToHomes = ["AccessPoint", "PersistentVolume", "PersistentVolumeClaim"].flatMap((type) =>
  ["enforced", "plain"].map((which) => `${type} jupyterhub-hub-homes-${which}`),
);

describe("homes of a protected stack", function () {
  const protectedStack = (raw: Raw = {}) => settings({ dataProtection: "protect", ...raw });
  let stack: HubStack;
  before(async () => {
    stack = await HubStack.open("moves", protectedStack());
    await stack.up();
  });
  after(async () => {
    const now = await stack.settings();
    await stack.say({ ...now, dataProtection: "delete" });
    await stack.up();
    await stack.remove();
  });

  for (const [what, change, said] of [
    ["another directory", { homesPath: "/homes" }, "/homes/home-bob-smith---365b77fb"],
    ["other names of directories", { usernames: "escape" }, "/hub/home-bob-2esmith"],
    ["another owner", { posix: { uid: 2000 } }, "1000:100"],
    ["the other provisioning", { provisioning: "dynamic" }, "provisioning: static"],
    ["another hub", { hub: { name: "other" } }, "hub.name: hub"],
    [
      "another file system",
      { fileSystem: { create: { performanceMode: "maxIO", throughputMode: "bursting" } } },
      "generalPurpose",
    ],
  ] as const) {
    it(`are not moved without a word, neither in a preview nor without one: ${what}`, async () => {
      expect(await refused(stack, protectedStack(change))).to.include(said);
    });
  }

  it("are not replaced even with the word, as long as they are protected: another file system", async () => {
    const create = { performanceMode: "maxIO", throughputMode: "bursting" };
    const movedFrom = { "fileSystem.create.performanceMode": "generalPurpose" };
    expect(await refused(stack, protectedStack({ fileSystem: { create }, movedFrom }))).to.include(
      "dataProtection: retain",
    );
  });

  it("move to another directory with the word: only the ways to them are made anew, and the word is used up", async () => {
    await stack.say(protectedStack({ homesPath: "/homes", movedFrom: { homesPath: "/hub" } }));
    const { changes, outputs } = await stack.up();
    expect(replaced(changes)).to.deep.equal(waysToHomes);
    expect(outputs.exampleHome).to.equal("/homes/home-bob-smith---365b77fb");
    expect((await stack.up()).changes).to.deep.equal([]);
    const stale = { homesPath: "/elsewhere", movedFrom: { homesPath: "/hub" } };
    expect(await refused(stack, protectedStack(stale))).to.include("homesPath: /homes");
  });

  it("get another owner with the word: access points, volumes and claims are made anew, together, and bound again", async () => {
    const moved = { homesPath: "/homes", posix: { uid: 2000 }, fixOwners: "files" };
    await stack.say(protectedStack({ ...moved, movedFrom: { "posix.uid": 1000 } }));
    const { changes } = await stack.up();
    expect(replaced(changes)).to.deep.equal(waysToHomes);
    expect(changes).to.include("create kubernetes:batch/v1:Job jupyterhub-hub-homes-fix-owners");
    const { items } = await core.listNamespacedPersistentVolumeClaim({ namespace: "hub" });
    for (const { metadata, status } of items) expect(status?.phase, metadata?.name ?? "").to.equal("Bound");
  });

  it("are protected again once the word is removed", async () => {
    await stack.say(protectedStack({ homesPath: "/homes", posix: { uid: 2000 } }));
    const { changes } = await stack.up();
    expect(changes).to.have.members([
      "update aws:efs/fileSystemPolicy:FileSystemPolicy jupyterhub-access",
      "delete kubernetes:batch/v1:Job jupyterhub-hub-homes-fix-owners",
    ]);
    expect(await stack.protectedNames()).to.include.members([
      "jupyterhub-homes",
      "jupyterhub-hub-homes-enforced",
      "jupyterhub-hub-homes-namespace",
    ]);
  });
});

describe("homes between static and dynamic provisioning", function () {
  const of = (provisioning: string, raw: Raw = {}) =>
    settings({ dataProtection: "protect", provisioning, ...raw });
  let stack: HubStack;
  let server: Server;
  let home: DrivenHome | undefined;
  let path: unknown;
  before(async () => {
    stack = await HubStack.open("provisioning", of("static"));
    const { outputs } = await stack.up();
    path = outputs.exampleHome;
    server = await startServer("hub", String(outputs.homeClaim), "home-alice");
  });
  after(async () => {
    await stack.say(settings({ ...(await stack.settings()), dataProtection: "delete" }));
    await stack.up();
    await stack.remove();
    await home?.remove();
  });

  it("keep their paths and their running servers on the way to dynamic", async () => {
    await stack.say(of("dynamic", { movedFrom: { provisioning: "static" } }));
    const { changes, outputs } = await stack.up();
    expect(changes.filter((change) => /^(delete|replace)/.test(change))).to.deep.equal([]);
    expect(outputs.exampleHome).to.equal(path);
    expect(outputs).to.have.property("homeStorageClass").and.not.undefined;
    expect(await server.isRunning()).to.equal(true);
    const place = {
      namespace: "hub",
      storageClassName: String(outputs.homeStorageClass),
      fileSystemId: String(outputs.fileSystemId),
    };
    home = await claimHome(place, "home-bob");
  });

  it("leave the static volumes behind when the word is removed, once no server holds them", async () => {
    await core.deleteNamespacedPod({ name: "jupyter-alice", namespace: "hub" });
    await until(async () => !(await server.isRunning()));
    await stack.say(of("dynamic"));
    const { changes } = await stack.up();
    expect(
      changes
        .filter((change) => change.startsWith("delete "))
        .map((change) => change.replace(/^.*:/, ""))
        .sort(),
    ).to.deep.equal(waysToHomes);
    expect((await stack.up()).changes).to.deep.equal([]);
  });

  it("go back the same way", async () => {
    await stack.say(of("static", { movedFrom: { provisioning: "dynamic" } }));
    const there = await stack.up();
    expect(there.outputs.exampleHome).to.equal(path);
    expect(there.changes.filter((change) => change.includes("StorageClass"))).to.deep.equal([]);
    await stack.say(of("static"));
    const { changes } = await stack.up();
    expect(
      changes.some((change) => change.startsWith("delete kubernetes:storage.k8s.io/v1:StorageClass")),
    ).to.equal(true);
    const claim = await core.readNamespacedPersistentVolumeClaim({ name: "home-bob", namespace: "hub" });
    expect(claim.status?.phase).to.equal("Bound");
  });
});

describe("homes of the public guide, on a volume of the in-tree NFS driver", function () {
  let fileSystemId: string;
  let stack: HubStack;
  let before_: string[];
  const adopted = (raw: Raw = {}) =>
    settings({
      fileSystem: { existing: { id: fileSystemId, createMissingMountTargets: true } },
      homesPath: "/home",
      homeDirectory: "{username}",
      usernames: "escape",
      ...raw,
    });
  before(async () => {
    const made = await efs.send(new CreateFileSystemCommand({ CreationToken: "guide", Encrypted: true }));
    fileSystemId = made.FileSystemId ?? "";
    const spec = { accessModes: ["ReadWriteMany"], storageClassName: "" };
    await create({ apiVersion: "v1", kind: "Namespace", metadata: { name: "guide" }, spec: {} });
    await create({
      apiVersion: "v1",
      kind: "PersistentVolume",
      metadata: { name: "efs-persist" },
      spec: {
        ...spec,
        capacity: { storage: "123Gi" },
        nfs: { server: `${fileSystemId}.efs.us-east-1.amazonaws.com`, path: "/" },
      },
    });
    await create({
      apiVersion: "v1",
      kind: "PersistentVolumeClaim",
      metadata: { name: "efs-persist", namespace: "guide" },
      spec: { ...spec, volumeName: "efs-persist", resources: { requests: { storage: "11Gi" } } },
    });
    before_ = await everything();
    stack = await HubStack.open("guide", adopted({ userMode: "root" }));
  });
  after(async () => {
    await stack.remove();
    expect(await everything()).to.deep.equal(before_);
    await core.deleteNamespace({ name: "guide" });
    await core.deletePersistentVolume({ name: "efs-persist" });
    await until(async () =>
      (await core.listNamespace()).items.every(({ metadata }) => metadata?.name !== "guide"),
    );
    await efs.send(new DeleteFileSystemCommand({ FileSystemId: fileSystemId }));
  });

  it("are found where they lie, under the names that the old chart gave them, beside the old volume", async () => {
    const { outputs } = await stack.up();
    expect(outputs.exampleHome).to.equal("/home/bob-2esmith");
    expect(await everything()).to.include.members(before_);
  });

  it("are not opened by non-root servers without a word, for the directories may be root's", async () => {
    expect(await refused(stack, adopted()))
      .to.include("userMode: root")
      .and.include("fixOwners");
  });

  it("are handed over by a job first, then opened by non-root servers, and flip back at will", async () => {
    await stack.say(adopted({ fixOwners: "directories", movedFrom: { userMode: "root" } }));
    const { changes, outputs } = await stack.up();
    expect(changes.indexOf("create kubernetes:batch/v1:Job jupyterhub-hub-homes-fix-owners"))
      .to.be.greaterThan(-1)
      .and.lessThan(changes.indexOf("update kubernetes:helm.sh/v3:Release jupyterhub-hub"));
    expect(outputs).to.include({ userMode: "non-root", exampleHome: "/home/bob-2esmith" });
    expect((await stack.up()).changes).to.deep.equal([]);
  });
});
