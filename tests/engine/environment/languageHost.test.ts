// Proves that programs run on the command line under the local language host as under Pulumi's own: resource hooks,
// configuration and secrets, runtime options, what a failing program shows, and that no program outlives its engine.
// Does not prove policy packs (tests/engine/policy.test.ts does), nor what the host leaves out: providers in Node.js, ts-node, the debugger.
import { mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "chai";
import { execa } from "execa";
import { repository } from "../../../local/state/paths.ts";
import { until } from "../support/cluster.ts";

const holder = `
import * as pulumi from "@pulumi/pulumi";
class Held extends pulumi.ComponentResource {
  constructor(value: string, hook: pulumi.ResourceHook) {
    super("test:index:Held", "held", { value }, { hooks: { beforeUpdate: [hook] } });
  }
}
const refuse = new pulumi.ResourceHook("refuse", () => { throw new Error("what is held must not change"); }, { onDryRun: true });
const config = new pulumi.Config();
new Held(config.require("value"), refuse);
export const password = config.get("password");
export const secret = ["value", "password"].filter((key) => pulumi.runtime.isConfigSecret(\`host:\${key}\`)).join();
export const words = process.execArgv;
export const compiled = process.env.PULUMI_NODEJS_TYPESCRIPT ?? "by Node";
`;

const waiter = `
console.log(\`runs as \${process.pid} under \${process.ppid}\`);
await new Promise((resolve) => setTimeout(resolve, 300_000));
`;

describe("a program on the command line", function () {
  let folder: string;
  const program = (text: string): Promise<void> => writeFile(path.join(folder, "index.ts"), text);
  const start = (words: readonly string[]) =>
    execa("pulumi", [...words, "--non-interactive"], {
      cwd: folder,
      env: { PULUMI_STACK: "host" },
      all: true,
      reject: false,
      stdin: "ignore",
    });
  const pulumi = (...words: string[]) => start(words);
  const occurrences = (text: string, part: string): number => text.split(part).length - 1;

  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "jupyterhub-efs-host-"));
    const options = "{typescript: false, nodeargs: \"--title 'a host' --no-deprecation\"}";
    await writeFile(
      path.join(folder, "Pulumi.yaml"),
      `name: host\nruntime: {name: nodejs, options: ${options}}\n`,
    );
    await writeFile(path.join(folder, "package.json"), '{"type": "module", "main": "index.ts"}');
    await symlink(path.join(repository, "node_modules"), path.join(folder, "node_modules"));
    await program(holder);
    await pulumi("stack", "init", "host");
    await pulumi("config", "set", "value", "first");
    await pulumi("config", "set", "--secret", "password", "hunter2");
    const { exitCode, all } = await pulumi("up", "--yes", "--skip-preview");
    expect(exitCode, all).to.equal(0);
  });
  after(async () => {
    await pulumi("destroy", "--yes", "--skip-preview");
    await pulumi("stack", "rm", "--yes", "host");
    await rm(folder, { recursive: true, force: true });
  });

  it("gets its configuration, is told which of it is secret, and runs on Node as the project says", async () => {
    const { all } = await pulumi("stack", "output", "--json");
    expect(JSON.parse(all)).to.deep.equal({
      password: "hunter2",
      secret: "password",
      words: ["--title", "a host", "--no-deprecation"],
      compiled: "by Node",
    });
  });

  for (const words of [["preview"], ["up", "--yes", "--skip-preview"]]) {
    it(`can refuse an update by a hook: pulumi ${words.join(" ")}`, async () => {
      await pulumi("config", "set", "value", "second");
      const { exitCode, all } = await pulumi(...words);
      expect(exitCode, all).not.to.equal(0);
      expect(all).to.include("what is held must not change");
      await pulumi("config", "set", "value", "first");
      expect((await pulumi("preview", "--expect-no-changes")).exitCode).to.equal(0);
    });
  }

  it("shows what the runner says of a failure once, and nothing on top of it", async () => {
    await program('throw new Error("no such luck");');
    const { exitCode, all } = await pulumi("preview");
    expect(exitCode).not.to.equal(0);
    expect(occurrences(all, "no such luck"), all).to.equal(1);
    expect(all).to.include("failed with an unhandled exception").and.not.include("non-zero exit code");
  });

  it("tells the exit code of a program that says nothing itself", async () => {
    await program("process.exit(3);");
    const { exitCode, all } = await pulumi("preview");
    expect(exitCode).not.to.equal(0);
    expect(all).to.include("Program exited with non-zero exit code: 3");
  });

  for (const signal of ["SIGINT", "SIGKILL"] as const) {
    it(`ends with its engine, and so does the host: ${signal}`, async () => {
      await program(waiter);
      const preview = start(["preview"]);
      let said = "";
      preview.all.on("data", (part) => (said += String(part)));
      const [, ...ids] = await until(() => Promise.resolve(/runs as (\d+) under (\d+)/.exec(said) ?? false));
      preview.kill(signal);
      expect((await preview).exitCode).not.to.equal(0);
      await until(() => Promise.resolve(ids.map(Number).every((id) => !runs(id))));
    });
  }

  it("has to have its dependencies installed by npm: the host says so", async () => {
    const { exitCode, all } = await pulumi("install", "--no-plugins");
    expect(exitCode).not.to.equal(0);
    expect(all).to.include("installs no dependencies: run `npm ci`");
  });
});

function runs(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch {
    return false;
  }
}
