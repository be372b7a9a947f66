// Proves whose locks are removed. Does not prove the form of Pulumi's locks: it was seen on the engine.
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import path from "node:path";
import { expect } from "chai";
import { execa } from "execa";
import { removeStaleLocks } from "../../../local/inside/staleLocks.ts";

describe("removeStaleLocks", () => {
  let backend: string;
  let folder: string;
  beforeEach(async () => {
    backend = await mkdtemp(path.join(tmpdir(), "jupyterhub-efs-locks-"));
    folder = path.join(backend, ".pulumi", "locks", "organization", "jupyterhub-efs", "local");
    await mkdir(folder, { recursive: true });
  });
  afterEach(() => rm(backend, { recursive: true, force: true }));

  const lock = (name: string, content: unknown) =>
    writeFile(path.join(folder, name), JSON.stringify(content));

  it("removes the lock of a process of this machine that is gone, and no other", async () => {
    const gone = execa("true");
    const { pid } = gone;
    await gone;
    await lock("gone.json", { pid, hostname: hostname() });
    await lock("running.json", { pid: process.pid, hostname: hostname() });
    await lock("elsewhere.json", { pid, hostname: "another.example.org" });
    await lock("odd.json", { what: "is this" });
    expect(await removeStaleLocks(backend)).to.equal(1);
    expect((await readdir(folder)).sort()).to.deep.equal(["elsewhere.json", "odd.json", "running.json"]);
  });

  it("has nothing to do where there never was a lock", async () => {
    expect(await removeStaleLocks(path.join(backend, "nowhere"))).to.equal(0);
  });
});
