// Walks through docs/restore.md where the file system is another one: homes restored into a new file system, and homes
// failed over to another region. Made by hand is what AWS Backup would make: an empty file system. Does not prove what lies
// on any of them: nothing is mounted.
import { readFile } from "node:fs/promises";
import {
  CreateFileSystemCommand,
  DeleteFileSystemCommand,
  DeleteReplicationConfigurationCommand,
  DescribeMountTargetsCommand,
} from "@aws-sdk/client-efs";
import { expect } from "chai";
import { parseAllDocuments } from "yaml";
import { notebookImage } from "../../components/versions.ts";
import { efs, resourcesInCloud } from "./support/cloud.ts";
import { core, create, type Manifest, objectsInCluster, storage, until } from "./support/cluster.ts";
import { efsElsewhere, elsewhere, replicas } from "./support/copies.ts";
import { failureOf } from "./support/failureOf.ts";
import { HubStack, settings } from "./support/hub.ts";
import { loseCluster } from "./support/lostCluster.ts";
import { on, protectedStack, removeAll } from "./support/protectedStack.ts";
import { otherCluster, type OtherCluster } from "./support/otherCluster.ts";

const mountTargetsOf = async (FileSystemId: string): Promise<string[]> =>
  ((await efs.send(new DescribeMountTargetsCommand({ FileSystemId }))).MountTargets ?? []).map(
    ({ AvailabilityZoneName = "" }) => AvailabilityZoneName,
  );

describe("homes that were restored into a new file system", function () {
  const restoredFrom = { "fileSystem.existing.id": "nothing" };
  let empty: string[];
  let stack: HubStack;
  let [old, restored] = ["", ""];
  before(async () => {
    empty = await resourcesInCloud();
    stack = await HubStack.open("restored", protectedStack());
    old = String((await stack.up()).outputs.fileSystemId);
    const asRestored = { CreationToken: "restored", Encrypted: true };
    restored = (await efs.send(new CreateFileSystemCommand(asRestored))).FileSystemId ?? "";
  });
  after(async () => {
    await removeAll(stack);
    for (const FileSystemId of [old, restored]) await efs.send(new DeleteFileSystemCommand({ FileSystemId }));
    expect(await resourcesInCloud()).to.deep.equal(empty);
  });

  it("are not taken in place of protected ones, with the word or without", async () => {
    for (const movedFrom of [{}, restoredFrom]) {
      await stack.say(on(restored, { movedFrom }));
      expect(await failureOf(() => stack.preview()))
        .to.include("dataProtection: retain")
        .and.include("fileSystem.existing.id: nothing");
    }
  });

  it("are taken in their place once the old ones are retained, under the same path, and are protected at once", async () => {
    await stack.say(protectedStack({ dataProtection: "retain" }));
    await stack.up();
    await stack.say(on(restored));
    expect(await failureOf(() => stack.preview())).to.include("fileSystem.existing.id: nothing");
    await stack.say(on(restored, { movedFrom: restoredFrom }));
    const { changes, outputs } = await stack.up();
    expect(outputs).to.include({ fileSystemId: restored, exampleHome: "/hub/home-bob-smith---365b77fb" });
    expect(changes.filter((change) => /Release|Namespace/.test(change))).to.deep.equal([]);
    expect(await stack.protectedNames()).to.include("jupyterhub-hub-homes-namespace");
    await stack.say(on(restored));
    expect((await stack.up()).changes).to.deep.equal([]);
  });

  it("leave the old file system where it is, with nothing that leads to it", async () => {
    expect(await resourcesInCloud()).to.include(`file system ${old}`);
    expect(await mountTargetsOf(old)).to.deep.equal([]);
    expect(await mountTargetsOf(restored)).to.have.lengthOf(3);
  });

  it("can be reached as a whole by the manifest that the runbooks use", async () => {
    const manifest = await readFile(new URL("../../docs/homes-admin.yaml", import.meta.url), "utf8");
    expect(manifest).to.include(`image: ${notebookImage.name}:${notebookImage.tag} `);
    const texts = parseAllDocuments(manifest.replace("fs-0123456789abcdef0", restored));
    for (const text of texts) await create(text.toJS() as Manifest);
    const pod = { name: "homes-admin", namespace: "homes-admin" };
    await until(async () => (await core.readNamespacedPod(pod)).status?.phase === "Running");
    await core.deleteNamespace({ name: "homes-admin" });
    await core.deletePersistentVolume({ name: "homes-admin" });
    await until(async () => !(await objectsInCluster()).some((thing) => thing.includes("homes-admin")));
  });
});

describe("homes of a dynamic hub that were restored into a new file system", function () {
  const dynamic = { provisioning: "dynamic", sharedFolders: { data: {} } };
  let empty: string[];
  let stack: HubStack;
  let [old, restored] = ["", ""];
  before(async () => {
    empty = await resourcesInCloud();
    stack = await HubStack.open("restored-dynamic", protectedStack({ ...dynamic, dataProtection: "retain" }));
    old = String((await stack.up()).outputs.fileSystemId);
    const asRestored = { CreationToken: "restored-dynamic", Encrypted: true };
    restored = (await efs.send(new CreateFileSystemCommand(asRestored))).FileSystemId ?? "";
  });
  after(async () => {
    await removeAll(stack);
    for (const FileSystemId of [old, restored]) await efs.send(new DeleteFileSystemCommand({ FileSystemId }));
    expect(await resourcesInCloud()).to.deep.equal(empty);
  });

  it("are taken in their place once the class of the old ones is out of the way, its shared folders with them", async () => {
    await storage.deleteStorageClass({ name: "hub-efs-homes" });
    await stack.say(on(restored, { ...dynamic, movedFrom: { "fileSystem.existing.id": "nothing" } }));
    expect(await stack.preview()).to.include(
      "replace kubernetes:storage.k8s.io/v1:StorageClass jupyterhub-hub-homes",
    );
    const { changes } = await stack.up();
    expect(changes.filter((change) => /Release|Namespace/.test(change))).to.deep.equal([]);
    const { parameters } = await storage.readStorageClass({ name: "hub-efs-homes" });
    expect(parameters?.fileSystemId).to.equal(restored);
    const { spec } = await core.readPersistentVolume({ name: "hub-shared-data" });
    expect(spec?.csi?.volumeHandle).to.include(restored);
    expect((await stack.up()).changes).to.deep.equal([]);
  });
});

describe("homes whose region is lost", function () {
  const replica = async () => (await replicas())[0]?.FileSystemId ?? "";
  const replicated = { fileSystem: { create: { replication: { region: elsewhere } } } };
  let empty: { cloud: string[]; cluster: string[] };
  let lost: HubStack;
  let source: string;
  let there: OtherCluster;
  let next: HubStack;
  before(async () => {
    empty = { cloud: await resourcesInCloud(), cluster: await objectsInCluster() };
    lost = await HubStack.open("lost-region", protectedStack(replicated));
    source = String((await lost.up()).outputs.fileSystemId);
    await loseCluster(empty.cluster);
    there = await otherCluster("abroad", elsewhere);
    next = await HubStack.open(
      "next-region",
      on(await replica(), { cluster: { existing: { name: "abroad" } } }),
    );
    await next.stack.setConfig("aws:region", { value: elsewhere });
  });
  after(async () => {
    await removeAll(next);
    await there.remove();
    await efsElsewhere.send(new DeleteFileSystemCommand({ FileSystemId: await replica() }));
    await lost.refresh();
    await lost.say(settings(replicated));
    await lost.up();
    await lost.remove();
    expect(await resourcesInCloud()).to.deep.equal(empty.cloud);
    expect(await replicas()).to.deep.equal([]);
  });

  it("are not taken from a replica that is still one", async () => {
    expect(await failureOf(() => next.preview())).to.include("must be writable");
  });

  it("are found in the other region once the replication was ended there", async () => {
    await efsElsewhere.send(new DeleteReplicationConfigurationCommand({ SourceFileSystemId: source }));
    const { outputs } = await next.up();
    expect(outputs).to.include({
      fileSystemId: await replica(),
      exampleHome: "/hub/home-bob-smith---365b77fb",
    });
    expect(outputs.mountTargets).to.have.all.keys(`${elsewhere}a`, `${elsewhere}b`);
  });
});
