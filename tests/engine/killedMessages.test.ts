// Proves what people read after an up was killed at two certain moments, when it had just made the file system and while
// Helm was at work, and that the steps of docs/failure.md end it. Does not prove the messages of a backend but a folder's.
import { truncate } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { DescribeFileSystemsCommand } from "@aws-sdk/client-efs";
import { expect } from "chai";
import { efs } from "./support/cloud.ts";
import { core } from "./support/cluster.ts";
import { settings } from "./support/hub.ts";
import { everything } from "./support/everything.ts";
import { difference } from "./support/killed/difference.ts";
import { asSoonAs } from "./support/killed/moments.ts";
import { makeReadable } from "./support/killed/readable.ts";
import { pulumi, recover } from "./support/killed/recover.ts";
import { killedAt } from "./support/killed/run.ts";
import { stateOf } from "./support/killed/state.ts";
import { Project } from "./support/project.ts";
import { type Server, startServer } from "./support/servers.ts";

const up = ["up", "--yes", "--skip-preview"] as const;

describe("an up that was killed when it had just made the file system", function () {
  let project: Project;
  let empty: string[];
  const made = async (): Promise<string[]> =>
    ((await efs.send(new DescribeFileSystemsCommand())).FileSystems ?? []).map(
      ({ FileSystemId = "" }) => FileSystemId,
    );
  const isCutOff = async (): Promise<boolean> =>
    (await stateOf(project)).pending.some(({ resource }) => resource.type.endsWith(":FileSystem"));

  before(async () => {
    empty = await everything();
    project = await Project.open("killed-messages", settings());
    const moment = asSoonAs("the file system is there", async () => (await made()).length > 0);
    await killedAt(project, up, moment, "everything");
    // Where the engine was the faster one, it knows of the file system: the moment has passed.
    while (!(await isCutOff())) {
      await recover(project);
      await pulumi(project, "destroy", "--yes", "--skip-preview");
      await killedAt(project, up, moment, "everything");
    }
  });
  after(async () => {
    await project.remove();
    expect(difference(await everything(), empty)).to.deep.equal([]);
  });

  it("holds a lock, of which the next up says whose it is and what ends it", async () => {
    const { exitCode, all } = await project.pulumi(...up);
    expect(exitCode).not.to.equal(0);
    expect(all)
      .to.contain("pulumi cancel")
      .and.match(/created by \S+@\S+ \(pid \d+\)/);
    await pulumi(project, "cancel", "--yes");
  });

  it("is followed by one that names the file system, and makes no second one", async () => {
    const [fileSystem = ""] = await made();
    const { exitCode, all } = await project.pulumi(...up);
    expect(exitCode).not.to.equal(0);
    expect(all).to.contain("FileSystemAlreadyExists").and.to.contain(`'${fileSystem}'`);
    expect(all).to.match(/FileSystem::jupyterhub-homes, interrupted while creating/);
    expect(await made()).to.deep.equal([fileSystem]);
  });

  it("ends well by the steps of docs/failure.md, with the same file system and no warning", async () => {
    const before = await made();
    await recover(project);
    expect(await pulumi(project, ...up)).not.to.contain("interrupted");
    expect(await made()).to.deep.equal(before);
    await pulumi(project, "preview", "--refresh", "--expect-no-changes");
  });

  it("ends well also when the description of its state was cut off", async () => {
    const { PULUMI_BACKEND_URL = "" } = process.env;
    const state = path.join(fileURLToPath(PULUMI_BACKEND_URL), ".pulumi", "stacks", "jupyterhub-efs");
    await truncate(path.join(state, `${project.stack}.json.attrs`));
    expect((await project.pulumi(...up)).all).to.contain("failed to load checkpoint: EOF");
    expect(await makeReadable(project)).to.have.length(1);
    await pulumi(project, "preview", "--expect-no-changes");
  });
});

describe("a flip that was killed while Helm was at work", function () {
  let project: Project;
  let server: Server;
  const upgrading = async (): Promise<boolean> => {
    const labelSelector = "owner=helm,name=hub,status=pending-upgrade";
    return (await core.listNamespacedSecret({ namespace: "hub", labelSelector })).items.length > 0;
  };

  before(async () => {
    project = await Project.open("killed-upgrade", settings());
    await pulumi(project, ...up);
    server = await startServer("hub", "efs-homes", "home-alice");
    await project.say(settings({ userMode: "root" }));
    await killedAt(project, up, asSoonAs("Helm upgrades the hub", upgrading), "everything");
  });
  after(async () => {
    await project.remove();
  });

  it("leaves a release of which the next up says that somebody is at work on it", async () => {
    expect(await upgrading()).to.equal(true);
    await pulumi(project, "cancel", "--yes");
    const { exitCode, all } = await project.pulumi(...up);
    expect(exitCode).not.to.equal(0);
    expect(all).to.contain("another operation (install/upgrade/rollback) is in progress");
  });

  it("ends well by the steps of docs/failure.md, under a server that keeps running", async () => {
    expect(await recover(project)).to.contain("hub was pending-upgrade");
    expect(await pulumi(project, ...up)).to.match(/userMode +: "non-root" => "root"/);
    await pulumi(project, "preview", "--refresh", "--expect-no-changes");
    expect(await server.isRunning()).to.equal(true);
  });
});
