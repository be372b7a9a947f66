// Proves that a folder of the cache is whole or absent, also when two runs make it at once. Both run in this process.
import { existsSync } from "node:fs";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "chai";
import { installOnce } from "../../../local/toolchain/installOnce.ts";

describe("installOnce", () => {
  let base: string;
  const { signal } = new AbortController();
  beforeEach(async () => {
    base = await mkdtemp(path.join(tmpdir(), "once-"));
  });
  afterEach(async () => {
    await rm(base, { recursive: true });
  });

  it("builds once for two runs at the same time", async () => {
    const folder = path.join(base, "tool");
    let builds = 0;
    const build = async (temporary: string): Promise<void> => {
      builds += 1;
      await writeFile(path.join(temporary, "binary"), "");
    };
    await Promise.all([installOnce(folder, signal, build), installOnce(folder, signal, build)]);
    expect(builds).to.equal(1);
    expect(await readdir(base)).to.deep.equal(["tool"]);
    expect(await readdir(folder)).to.deep.equal(["binary"]);
  });

  it("leaves nothing of a build that failed, and builds again", async () => {
    const folder = path.join(base, "tool");
    const failed = await installOnce(folder, signal, () => Promise.reject(new Error("no space"))).catch(
      String,
    );
    expect(failed).to.equal("Error: no space");
    expect(await readdir(base)).to.deep.equal([]);
    await installOnce(folder, signal, () => Promise.resolve());
    expect(existsSync(folder)).to.equal(true);
  });
});
