// Proves what Pulumi's working folder holds and when it is renewed. Does not run Pulumi.
import { existsSync, readFileSync, realpathSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "chai";
import { isLinked, renewProject, stackFileOf, writeProject } from "../../../local/inside/project.ts";
import { repository } from "../../../local/state/paths.ts";

describe("a project folder", () => {
  let base: string;
  let project: string;
  let stackFile: string;
  beforeEach(async () => {
    base = await mkdtemp(path.join(tmpdir(), "project-"));
    project = path.join(base, "project");
    stackFile = path.join(base, "mine.yaml");
    await writeFile(stackFile, "config:\n  a:b: one\n");
    await writeProject(project, stackFile);
  });
  afterEach(async () => {
    await rm(base, { recursive: true });
  });
  const copy = (): string => readFileSync(path.join(project, "Pulumi.local.yaml"), "utf8");

  it("links to the checkout, so that edits and relative paths are the checkout's", () => {
    for (const name of ["index.ts", "package.json", "local", "Pulumi.yaml"]) {
      expect(realpathSync(path.join(project, name))).to.equal(path.join(repository, name));
    }
    expect(existsSync(path.join(project, "Pulumi.dev.yaml"))).to.equal(false);
  });

  it("leaves the person's stack file as it was", () => {
    expect(readFileSync(stackFile, "utf8")).to.equal("config:\n  a:b: one\n");
    expect(copy()).to.match(/^config:\n {2}a:b: one\nencryptionsalt: v1:/);
  });

  it("follows an edit of the stack file, and keeps its salt", async () => {
    const salt = /encryptionsalt: .*/.exec(copy())?.[0];
    await writeFile(stackFile, "config:\n  a:b: two\n");
    await renewProject(project);
    expect(copy()).to.equal(`config:\n  a:b: two\n${salt ?? "none"}\n`);
    expect(await stackFileOf(project)).to.equal(stackFile);
  });

  it("keeps what `pulumi config set` wrote as long as the stack file is not edited", async () => {
    await writeFile(path.join(project, "Pulumi.local.yaml"), "config:\n  a:b: set\n");
    await renewProject(project);
    expect(copy()).to.equal("config:\n  a:b: set\n");
  });

  it("names a stack file that is not there", async () => {
    const told = await writeProject(project, path.join(base, "none.yaml")).catch(String);
    expect(told).to.contain(`none.yaml" does not exist`);
  });
});

describe("isLinked", () => {
  it("leaves out stack files and git's folder", () => {
    expect(
      ["Pulumi.yaml", "index.ts", "Pulumi.local.yaml", "Pulumi.my.dev.yaml", ".git"].filter(isLinked),
    ).to.deep.equal(["Pulumi.yaml", "index.ts"]);
  });
});
