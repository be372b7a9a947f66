// Proves which Pulumi of a machine is taken. Does not prove that a newer one works with the stand-ins.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "chai";
import { isAtLeast, machinePulumi } from "../../../local/toolchain/machinePulumi.ts";

describe("isAtLeast", () => {
  const cases: [version: string, is: boolean][] = [
    ["v3.245.0", true],
    ["v3.245.1", true],
    ["v3.246.0", true],
    ["v4.0.0", true],
    ["v3.99.9", false],
    ["v3.244.9", false],
    ["v2.300.0", false],
    ["v3.246.0-dev", false],
    ["", false],
  ];
  for (const [version, is] of cases) {
    it(`says ${is ? "yes" : "no"} to "${version}"`, () => {
      expect(isAtLeast(version, "v3.245.0")).to.equal(is);
    });
  }
});

describe("machinePulumi", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "pulumi-"));
    await writeFile(path.join(folder, "pulumi"), "#!/bin/sh\necho v3.250.0\n", { mode: 0o755 });
  });
  afterEach(async () => {
    await rm(folder, { recursive: true });
  });

  it("takes a new enough one that has its language host beside it", async () => {
    await writeFile(path.join(folder, "pulumi-language-nodejs"), "", { mode: 0o755 });
    const pulumi = path.join(folder, "pulumi");
    expect(await machinePulumi("v3.245.0", { PATH: folder })).to.deep.equal({ version: "v3.250.0", pulumi });
    expect(await machinePulumi("v3.251.0", { PATH: folder })).to.equal(undefined);
  });

  it("passes over one without a language host", async () => {
    expect(await machinePulumi("v3.245.0", { PATH: folder })).to.equal(undefined);
  });
});
