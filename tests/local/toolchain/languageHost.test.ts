// Proves that a project's runtime options reach the language host as flags. Does not prove what the host makes of them.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "chai";
import { execa } from "execa";
import { languageHost } from "../../../local/toolchain/engine.ts";

describe("the language host's script", () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "jupyterhub-efs-host-"));
    await writeFile(path.join(folder, "pulumi-language-nodejs"), languageHost, { mode: 0o755 });
    await writeFile(path.join(folder, "language-nodejs"), '#!/bin/sh\nprintf "%s\\n" "$@"\n', {
      mode: 0o755,
    });
  });
  after(() => rm(folder, { recursive: true, force: true }));

  const flags = async (project: string) => {
    await writeFile(path.join(folder, "Pulumi.yaml"), project);
    return (
      await execa(path.join(folder, "pulumi-language-nodejs"), ["127.0.0.1:1"], { cwd: folder })
    ).stdout.split("\n");
  };

  it("passes on what this project says", async () => {
    const options =
      "runtime:\n  options:\n    # why\n    typescript: false # off\n    nodeargs: --one --two\n";
    expect(await flags(options)).to.deep.equal(["-nodeargs=--one --two", "-typescript=false", "127.0.0.1:1"]);
  });

  it("passes nothing on where a project says nothing", async () => {
    expect(await flags("name: flat\nruntime: nodejs\n")).to.deep.equal(["127.0.0.1:1"]);
  });
});
