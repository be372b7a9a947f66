// Proves what `dataProtection` does on a real engine: protected, a destroy in every form deletes nothing and says how to
// let go; retained, the stack goes under a running server, which is ended first, and a stack made again finds the hub's
// database and users' claims; deleted, all of the stack's goes, what the driver made on a file system of somebody else's
// included. Does not prove that files outlive all this on AWS: no file is mounted.
import { DeleteFileSystemCommand } from "@aws-sdk/client-efs";
import { expect } from "chai";
import { afterFailure } from "./support/afterFailure.ts";
import { efs } from "./support/cloud.ts";
import { core } from "./support/cluster.ts";
import { everything } from "./support/everything.ts";
import { HubStack, settings } from "./support/hub.ts";
import { Project } from "./support/project.ts";
import { claimHome, startServer } from "./support/servers.ts";
import { withKubeletAndDriver } from "./support/volumesEnd.ts";

const letGo = "set dataProtection to retain or delete, run pulumi up, then pulumi destroy";

describe("a protected stack", function () {
  let project: Project;
  let all: string[];
  before(async () => {
    project = await Project.open("protected", settings({ dataProtection: undefined }));
    const { exitCode, all: said } = await project.pulumi("up", "--yes", "--skip-preview");
    expect(exitCode, said).to.equal(0);
    all = await everything();
  });
  after(async () => {
    await project.say(settings());
    await project.pulumi("up", "--yes", "--skip-preview");
    await project.remove();
  });

  for (const words of [
    ["--yes"],
    ["--yes", "--skip-preview"],
    ["--yes", "--skip-preview", "--continue-on-error"],
    ["--yes", "--skip-preview", "--refresh"],
  ]) {
    it(`is not destroyed, nor any part of it: pulumi destroy ${words.join(" ")}`, async () => {
      const { exitCode, all: said } = await project.pulumi("destroy", ...words);
      expect(exitCode, said).not.to.equal(0);
      expect(said).to.include(letGo);
      expect(await everything()).to.deep.equal(all);
    });
  }

  it("leaves everything where only what is not protected is to go", async () => {
    await project.pulumi("destroy", "--yes", "--exclude-protected");
    expect(await everything()).to.deep.equal(all);
  });

  it("goes once it is let go: an update with the word, and a destroy", async () => {
    await project.say(settings({ dataProtection: "delete" }));
    const update = await project.pulumi("up", "--yes", "--skip-preview");
    expect(update.exitCode, update.all).to.equal(0);
    const destroy = await project.pulumi("destroy", "--yes", "--skip-preview");
    expect(destroy.exitCode, destroy.all).to.equal(0);
  });
});

describe("a protected stack, embedded", function () {
  let stack: HubStack;
  before(async () => {
    stack = await HubStack.open("embedded", settings({ dataProtection: "protect" }));
    await stack.up();
  });
  after(async () => {
    await stack.say(settings());
    await stack.up();
    await stack.remove();
  });

  it("is not destroyed through the Automation API either, which asks for no preview", async () => {
    const all = await everything();
    const error = await stack.destroy().then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    await afterFailure();
    expect(String(error)).to.include(letGo);
    expect(await everything()).to.deep.equal(all);
    // Nothing has left the state either.
    expect(await stack.preview()).to.deep.equal([]);
  });
});

for (const provisioning of ["static", "dynamic"] as const) {
  describe(`a stack with ${provisioning} homes that is destroyed and retained`, function () {
    const retained = settings({ provisioning, dataProtection: "retain" });
    let stack: HubStack;
    let empty: string[];
    let fileSystemId: string;
    const database = async () =>
      (await core.readNamespacedPersistentVolumeClaim({ namespace: "hub", name: "hub-db-dir" })).metadata
        ?.uid;
    let databaseUid: string | undefined;
    let homeUid: string | undefined;
    const home = async () =>
      (await core.readNamespacedPersistentVolumeClaim({ namespace: "hub", name: "home-alice" })).metadata
        ?.uid;

    before(async () => {
      empty = await everything();
      stack = await HubStack.open(`retained-${provisioning}`, retained);
    });
    after(async () => {
      await stack.remove();
      await efs.send(new DeleteFileSystemCommand({ FileSystemId: fileSystemId }));
    });

    it("ends the servers before anything is taken from under them", async () => {
      const { outputs } = await stack.up();
      fileSystemId = String(outputs.fileSystemId);
      databaseUid = await database();
      if (provisioning === "dynamic") {
        const place = { namespace: "hub", storageClassName: String(outputs.homeStorageClass), fileSystemId };
        await claimHome(place, "home-alice");
        homeUid = await home();
        await startServer("hub", "home-alice");
      } else {
        await startServer("hub", String(outputs.homeClaim), "home-alice");
      }
      await stack.destroy();
      const { items } = await core.listNamespacedPod({ namespace: "hub" });
      expect(items.map(({ metadata }) => metadata?.name)).to.deep.equal([]);
    });

    it("leaves the file system, the namespace, the hub's database and users' claims, and nothing else in the account", async () => {
      const left = await everything();
      const known = new Set(empty);
      const more = left.filter((thing) => !known.has(thing));
      expect(more).to.include(`file system ${fileSystemId}`).and.include("Namespace /hub");
      expect(more.filter((thing) => /^(mount target|security group|role)/.test(thing))).to.deep.equal([]);
      expect(await database()).to.equal(databaseUid);
      if (provisioning === "dynamic") expect(await home()).to.equal(homeUid);
    });

    it("is found again by the next stack: the same database and claims, not new ones", async () => {
      await stack.say({
        ...retained,
        fileSystem: { existing: { id: fileSystemId, createMissingMountTargets: true } },
        homesPath: "/hub",
        usernames: "safe",
        dataProtection: "delete",
      });
      const { outputs } = await stack.up();
      expect(outputs.fileSystemId).to.equal(fileSystemId);
      expect(await database()).to.equal(databaseUid);
      if (provisioning === "dynamic") expect(await home()).to.equal(homeUid);
      expect((await stack.up()).changes).to.deep.equal([]);
    });

    it("goes in the end, with what the driver made, but for the file system, which is not the new stack's", async () => {
      await withKubeletAndDriver(() => stack.destroy());
      const left = (await everything()).filter((thing) => !empty.includes(thing));
      expect(left).to.deep.equal([`file system ${fileSystemId}`]);
    });
  });
}
