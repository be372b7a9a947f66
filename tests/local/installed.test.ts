// Proves when an installation counts as stale, on small made-up lock files. Does not run npm.
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "chai";

interface Installed {
  isInstalled(folder: string): boolean;
}

describe("isInstalled", () => {
  let folder: string;
  let installed: Installed;
  type Packages = Record<string, { version?: string; optional?: boolean }>;
  const lock = (packages: Packages): Promise<void> =>
    writeFile(path.join(folder, "package-lock.json"), JSON.stringify({ packages }));
  const have = (packages: Packages): Promise<void> =>
    writeFile(path.join(folder, "node_modules", ".package-lock.json"), JSON.stringify({ packages }));

  before(async () => {
    const file = new URL("../../local/installed.mjs", import.meta.url).href;
    installed = (await import(file)) as Installed;
  });
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "installed-"));
    await mkdir(path.join(folder, "node_modules", ".bin"), { recursive: true });
    await writeFile(path.join(folder, "node_modules", ".bin", "node"), "");
    await lock({
      "": { version: "0.1.0" },
      "node_modules/a": { version: "1.0.0" },
      "node_modules/b": { version: "1.0.0", optional: true },
    });
  });
  afterEach(async () => {
    await rm(folder, { recursive: true });
  });

  it("holds when every package is there; those for other machines may be absent", async () => {
    await have({ "node_modules/a": { version: "1.0.0" } });
    expect(installed.isInstalled(folder)).to.equal(true);
  });

  it("does not hold with another version, or with one missing", async () => {
    await have({ "node_modules/a": { version: "1.0.1" } });
    expect(installed.isInstalled(folder)).to.equal(false);
    await have({});
    expect(installed.isInstalled(folder)).to.equal(false);
  });

  it("does not hold after a fresh clone", async () => {
    await rm(path.join(folder, "node_modules"), { recursive: true });
    expect(installed.isInstalled(folder)).to.equal(false);
  });

  it("does not hold without Node's binary, as when its install script did not run", async () => {
    await have({ "node_modules/a": { version: "1.0.0" } });
    await rm(path.join(folder, "node_modules", ".bin", "node"));
    expect(installed.isInstalled(folder)).to.equal(false);
  });
});
