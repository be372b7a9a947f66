// Proves what a person sees on the command line when a stack file or a value is wrong: everything at once, no stack
// trace, exit code, nothing made or half-made unsaid. Does not prove the real chart's schema: ours stands for it.
import { expect } from "chai";
import { resourcesInCloud } from "./support/cloud.ts";
import { settings } from "./support/hub.ts";
import { Project } from "./support/project.ts";

const stackTrace = /\n\s+at .*:\d+:\d+/;

describe("pulumi, given a wrong stack file", function () {
  let project: Project;
  before(async () => {
    project = await Project.open("refusals", settings());
  });
  after(async () => {
    await project.remove();
  });

  it("says every fault in one error, asks no cloud, and makes nothing", async () => {
    const before = await resourcesInCloud();
    await project.say({
      ...settings({ userMode: "rot", posix: { uid: 0 }, fileSystm: {} }),
      cluster: { existing: { name: "nowhere" } },
    });
    const { exitCode, all } = await project.pulumi("up", "--yes", "--skip-preview");
    expect(exitCode).not.to.equal(0);
    expect(all)
      .to.include('"userMode"')
      .and.include('"posix.uid"')
      .and.include('"fileSystm"')
      .and.include("fileSystem");
    expect(all).not.to.include("nowhere");
    expect(all).not.to.match(stackTrace);
    expect(await resourcesInCloud()).to.deep.equal(before);
  });

  it("names the setting when the cluster is not there", async () => {
    await project.say({ ...settings(), cluster: { existing: { name: "nowhere" } } });
    const { exitCode, all } = await project.pulumi("preview");
    expect(exitCode).not.to.equal(0);
    expect(all).to.include('"cluster.existing.name"').and.include('"nowhere"');
    expect(all).not.to.match(stackTrace);
  });

  it("names the setting when a value contradicts it", async () => {
    await project.say(settings({ hub: { values: { singleuser: { uid: 0 } } } }));
    const { exitCode, all } = await project.pulumi("preview");
    expect(exitCode).not.to.equal(0);
    expect(all).to.include('"hub.values.singleuser.uid"').and.include("`userMode`");
    expect(all).not.to.match(stackTrace);
  });

  it("tells Helm's own words when the chart rejects a value, and goes on from there once it is mended", async () => {
    await project.say(settings({ hub: { values: { singleuser: { storrage: {} } } } }));
    const refused = await project.pulumi("up", "--yes", "--skip-preview");
    expect(refused.exitCode).not.to.equal(0);
    expect(refused.all)
      .to.include("values don't meet the specifications of the schema")
      .and.include("storrage");
    expect(refused.all).not.to.match(stackTrace);
    await project.say(settings());
    const mended = await project.pulumi("up", "--yes", "--skip-preview");
    expect(mended.all).not.to.include("error:");
    expect(mended.exitCode).to.equal(0);
    expect((await project.pulumi("preview", "--expect-no-changes")).exitCode).to.equal(0);
  });
});
