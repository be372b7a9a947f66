// Proves that a start that fails or is interrupted leaves no process and no file, with small scripts in the place of the
// tools. Does not prove it for every moment of a real start; the engine tests interrupt one.
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "chai";
import { startEnvironment } from "../../local/environment.ts";
import { Interrupted } from "../../local/interruption.ts";
import { startOf } from "../../local/processes/identity.ts";
import { Progress } from "../../local/progress/progress.ts";
import type { Toolchain } from "../../local/toolchain/toolchain.ts";

describe("a start of the environment", () => {
  let base: string;
  let state: string;
  const quiet = new Progress({ write: () => true });

  const tools = async (script: string): Promise<Toolchain> => {
    const tool = path.join(base, "tool");
    await writeFile(tool, `#!/bin/sh\necho $$ >> ${base}/pids\n${script}\n`, { mode: 0o755 });
    const names = [
      "pulumi",
      "kubectl",
      "helm",
      "etcd",
      "kube-apiserver",
      "kube-controller-manager",
      "kube-scheduler",
      "kwok",
    ];
    return {
      commands: Object.fromEntries(names.map((name) => [name, tool])),
      kwokStages: "none",
      python: tool,
    };
  };

  beforeEach(async () => {
    base = await mkdtemp(path.join(tmpdir(), "environment-"));
    state = path.join(base, "state");
  });
  afterEach(async () => {
    await rm(base, { recursive: true });
  });

  it("that fails shows the end of the right log, and leaves nothing", async () => {
    const toolchain = await tools("echo starting; echo no space left >&2; exit 3");
    const told = await startEnvironment({ state, progress: quiet, toolchain }).catch(String);
    expect(told).to.match(
      /(etcd|moto) did not start: it ended with exit code 3\.\nThe end of its log:\n {2}starting\n {2}no space left/,
    );
    expect(existsSync(state)).to.equal(false);
    expect(existsSync(`${state}.lock`)).to.equal(false);
  });

  it("that is interrupted leaves nothing", async () => {
    const controller = new AbortController();
    const toolchain = await tools("exec sleep 60");
    const start = startEnvironment({ state, progress: quiet, toolchain, signal: controller.signal }).catch(
      (error: unknown) => error,
    );
    const pids = path.join(base, "pids");
    while (!existsSync(pids)) await new Promise((resolve) => setTimeout(resolve, 20));
    controller.abort(new Interrupted("SIGINT"));
    expect(await start).to.be.instanceOf(Interrupted);
    expect(existsSync(state)).to.equal(false);
    const { readFileSync } = await import("node:fs");
    const started = readFileSync(pids, "utf8").trim().split("\n").map(Number);
    expect(started.filter((pid) => startOf(pid) !== undefined)).to.deep.equal([]);
  });
});
