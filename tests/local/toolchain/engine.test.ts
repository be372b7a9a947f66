// Proves that Pulumi finds this checkout's language host beside itself, and that the host starts from there. No engine runs.
import { mkdir, mkdtemp, realpath, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "chai";
import { execa } from "execa";
import { joinEngine } from "../../../local/toolchain/engine.ts";

describe("joinEngine", () => {
  let base: string;
  const { signal } = new AbortController();
  before(async () => {
    base = await mkdtemp(path.join(tmpdir(), "engine-"));
    await mkdir(path.join(base, "pulumi-v1"));
    await writeFile(path.join(base, "pulumi-v1", "pulumi"), "a built engine", { mode: 0o755 });
  });
  after(() => rm(base, { recursive: true }));

  it("puts the language host beside the engine's own file, and stays where it is", async () => {
    const tool = { version: "v1", folder: path.join(base, "pulumi-v1") };
    const pulumi = await joinEngine(tool, signal);
    expect(await joinEngine(tool, signal)).to.equal(pulumi);
    // Not a link to elsewhere: the engine looks beside the file that it really is.
    expect(await realpath(pulumi)).to.equal(path.join(await realpath(path.dirname(pulumi)), "pulumi"));
    expect((await stat(pulumi)).ino).to.equal((await stat(path.join(tool.folder, "pulumi"))).ino);
    const host = execa(path.join(path.dirname(pulumi), "pulumi-language-nodejs"), [], { reject: false });
    const [port] = (
      await new Promise<string>((resolve) =>
        host.stdout.once("data", (part) => {
          resolve(String(part));
        }),
      )
    ).split("\n");
    host.kill();
    expect(Number(port)).to.be.within(1, 65_535);
    // It goes by itself, not by force.
    expect((await host).exitCode).to.equal(0);
  });
});
