// Proves which files are removed. Does not prove that Pulumi reads the stack then: tests/engine/killedMessages.test.ts does.
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "chai";
import { removeCutDescriptions } from "../../../local/inside/cutDescriptions.ts";

describe("removeCutDescriptions", () => {
  let backend: string;
  let folder: string;
  beforeEach(async () => {
    backend = await mkdtemp(path.join(tmpdir(), "jupyterhub-efs-descriptions-"));
    folder = path.join(backend, ".pulumi", "stacks", "jupyterhub-efs");
    await mkdir(folder, { recursive: true });
  });
  afterEach(() => rm(backend, { recursive: true, force: true }));

  it("removes those that were cut off, and never what they describe", async () => {
    await writeFile(path.join(folder, "local.json"), "");
    await writeFile(path.join(folder, "local.json.attrs"), "");
    await writeFile(path.join(folder, "half.json.attrs"), '{"user.cache');
    await writeFile(path.join(folder, "whole.json.attrs"), '{"md5":"x"}\n');
    expect(await removeCutDescriptions(backend)).to.equal(2);
    expect((await readdir(folder)).sort()).to.deep.equal(["local.json", "whole.json.attrs"]);
  });

  it("has nothing to do where there never was a stack", async () => {
    expect(await removeCutDescriptions(path.join(backend, "nowhere"))).to.equal(0);
  });
});
