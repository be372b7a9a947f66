// Proves how a plugin's process ends: in order when the engine says so, and by itself when the engine is gone. The
// plugin is the language host, the engine a bare socket.
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "chai";
import { execa } from "execa";
import { repository } from "../../../../local/state/paths.ts";

const main = path.join(repository, "local", "language", "main.ts");

describe("a plugin's process", () => {
  let cache: string;
  before(async () => {
    cache = await mkdtemp(path.join(tmpdir(), "plugin-"));
  });
  after(() => rm(cache, { recursive: true }));

  const start = async (args: readonly string[]) => {
    const plugin = execa("node", [main, ...args], { reject: false, env: { NODE_COMPILE_CACHE: cache } });
    const first = await new Promise<string>((resolve) => {
      plugin.stdout.once("data", (part) => {
        resolve(String(part));
      });
    });
    return { plugin, first };
  };

  it("says its port in its first line, and keeps what was compiled when it is told to go", async () => {
    const { plugin, first } = await start([]);
    expect(first).to.match(/^\d+\n$/);
    plugin.kill("SIGINT");
    expect((await plugin).exitCode).to.equal(0);
    expect(await readdir(cache)).not.to.deep.equal([]);
  });

  it("goes by itself when its engine is gone", async () => {
    const engine = createServer((socket) => socket.destroy());
    await new Promise<void>((resolve) => engine.listen(0, "127.0.0.1", resolve));
    const { port } = engine.address() as AddressInfo;
    const { plugin } = await start([`127.0.0.1:${port}`]);
    engine.close();
    expect((await plugin).exitCode).to.equal(0);
  });
});
