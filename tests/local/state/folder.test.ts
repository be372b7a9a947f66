// Proves that only folders of our own are ever taken or removed.
import { existsSync } from "node:fs";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "chai";
import { claimFolder, removeEnvironment } from "../../../local/state/folder.ts";
import { statePaths } from "../../../local/state/paths.ts";

describe("the state folder", () => {
  let root: string;
  beforeEach(async () => {
    root = await mkdtemp(path.join(tmpdir(), "state-"));
  });
  afterEach(async () => {
    await rm(root, { recursive: true, force: true });
  });

  it("is never one with somebody's files in it", async () => {
    await writeFile(path.join(root, "thesis.txt"), "");
    expect(await claimFolder(statePaths(root)).catch(String)).to.contain("but holds other files");
    expect(await removeEnvironment(statePaths(root)).catch(String)).to.contain("but holds other files");
    expect(await readdir(root)).to.deep.equal(["thesis.txt"]);
  });

  it("is taken when empty, and removed whole", async () => {
    const paths = statePaths(root);
    await claimFolder(paths);
    await writeFile(path.join(root, "anything"), "");
    expect(await removeEnvironment(paths)).to.equal(0);
    expect(existsSync(root)).to.equal(false);
  });

  it("need not be there to be removed", async () => {
    await rm(root, { recursive: true });
    expect(await removeEnvironment(statePaths(root))).to.equal(0);
  });
});
