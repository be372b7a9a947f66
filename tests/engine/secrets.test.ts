// Proves that secrets of a stack file stay secret in the state, in what the command line prints, and in the plan, and
// that what stands beside them stays readable. Does not prove what the chart and the hub do with them.
import { readFile, writeFile } from "node:fs/promises";
import { expect } from "chai";
import { settings } from "./support/hub.ts";
import { Project } from "./support/project.ts";

const planted = ["pl4nted-oauth", "pl4nted-database"];
const values = {
  hub: { config: { GitHubOAuthenticator: { client_id: "readable-id" } } },
};

describe("secrets of a stack file", function () {
  let project: Project;
  let seen: string;

  before(async () => {
    project = await Project.open("secrets", settings({ hub: { database: { kind: "postgres" }, values } }));
    for (const [key, secret] of [
      ["hub.values.hub.config.GitHubOAuthenticator.client_secret", planted[0]],
      ["hub.database.url", `postgresql://hub:${planted[1] ?? ""}@db.example.org/hub`],
    ] as const) {
      const set = await project.pulumi(
        "config",
        "set",
        "--secret",
        "--path",
        `jupyterhub-efs:${key}`,
        secret ?? "",
      );
      expect(set.exitCode, set.all).to.equal(0);
    }
    const up = await project.pulumi("up", "--yes", "--diff");
    expect(up.exitCode, up.all).to.equal(0);
    seen = up.all;
  });
  after(async () => {
    await project.remove();
  });

  it("are not printed by an update that shows its differences", () => {
    for (const secret of planted) expect(seen).not.to.include(secret);
    expect(seen).to.include("readable-id");
  });

  it("are encrypted in the state, leaf by leaf", async () => {
    const { all: state } = await project.pulumi("stack", "export");
    for (const secret of planted) expect(state).not.to.include(secret);
    expect(state).to.include("readable-id");
  });

  it("are not printed by an update that fails", async () => {
    const text = await readFile(project.stackFile, "utf8");
    await writeFile(project.stackFile, text.replace("kind: postgres", "kind: postgress"));
    const { exitCode, all } = await project.pulumi("preview");
    await writeFile(project.stackFile, text);
    expect(exitCode).not.to.equal(0);
    expect(all).to.include('"hub.database.kind"');
    for (const secret of planted) expect(all).not.to.include(secret);
  });

  it("stand in a plan as [secret]", async () => {
    const { exitCode, all } = await project.plan("--json");
    expect(exitCode, all).to.equal(0);
    for (const secret of planted) expect(all).not.to.include(secret);
    expect(all).to.include("[secret]").and.include("readable-id");
  });
});
