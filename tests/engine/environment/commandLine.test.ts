// Proves the local environment's command line from outside, in an environment of the test's own: what is deployed,
// repeated, asked for, interrupted and removed. The toolchain is there already: its building is not proved here.
import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "chai";
import { execa } from "execa";
import { newCrypter } from "../../../local/inside/stackSecrets.ts";
import { isRunning, type ProcessRecord, readRecords } from "../../../local/processes/record.ts";
import { repository } from "../../../local/state/paths.ts";
import { until } from "../support/cluster.ts";

describe("npm run local", function () {
  let base: string;
  let state: string;
  const options = { cwd: repository, reject: false, stdin: "ignore" } as const;

  /** The script as npm starts it, with an environment apart from the one that this test runs in. */
  const local = (words: readonly string[], more: Record<string, string> = {}) =>
    execa("node", ["local/start.mjs", ...words], {
      ...options,
      env: { JUPYTERHUB_EFS_STATE: state, INIT_CWD: base, ...more },
    });

  /** What is left of the environment: files, and of these processes those that still run. */
  const left = async (records: readonly ProcessRecord[]): Promise<string[]> => [
    ...(await readdir(base)).filter((name) => name.startsWith("state")),
    ...records.filter(isRunning).map(({ name }) => name),
  ];
  const records = (): Promise<ProcessRecord[]> => readRecords(path.join(state, "processes"));

  before(async () => {
    base = await mkdtemp(path.join(tmpdir(), "local-"));
    state = path.join(base, "state");
  });
  after(async () => {
    await local(["down"]);
    await rm(base, { recursive: true });
  });

  it("leaves nothing when it is interrupted while it starts", async () => {
    const run = local([]);
    const started = await until(async () => {
      const found = await records();
      return found.length >= 3 && found;
    });
    run.kill("SIGINT");
    const { exitCode, stderr } = await run;
    expect(stderr).to.contain("Stopped (SIGINT)");
    expect(exitCode).to.equal(130);
    expect(await left(started)).to.deep.equal([]);
  });

  it("leaves nothing when it is interrupted while it deploys what it started", async () => {
    const run = local([]);
    await until(() => Promise.resolve(existsSync(path.join(state, "stacks", ".pulumi", "locks"))));
    const started = await records();
    run.kill("SIGINT");
    expect((await run).exitCode).to.equal(130);
    expect(started).to.have.length(7);
    expect(await left(started)).to.deep.equal([]);
  });

  it("deploys the hub, and tells what was made and what is simulated", async () => {
    const { exitCode, stdout } = await local([]);
    expect(exitCode).to.equal(0);
    expect(stdout).to.match(/^ {2}efs MountTarget +\S+-us-east-1a +fsmt-/m);
    expect(stdout).to.match(/^ {2}hubUrl +http:\/\/\S+\.elb\.localhost\/$/m);
    expect(stdout).to.match(/^ {2}simulated +AWS \(moto/m);
  });

  it("changes nothing and starts nothing the second time", async () => {
    const before = await records();
    const { exitCode, stderr } = await local([]);
    expect(exitCode).to.equal(0);
    expect(stderr)
      .to.match(/^ +\d+ unchanged$/m)
      .and.not.to.match(/created|updated|replaced|deleted|starting/);
    expect(await records()).to.deep.equal(before);
  });

  it("runs commands inside with clean output and their own exit code", async () => {
    const pods = await local(["exec", "kubectl", "get", "pods", "-n", "hub", "-o", "name"]);
    expect(pods.stdout.split("\n").map((line) => line.split("-")[0])).to.deep.equal(["pod/hub", "pod/proxy"]);
    expect(pods.stderr).to.equal("");
    expect((await local(["exec", "sh", "-c", "exit 7"])).exitCode).to.equal(7);
    const stack = await local(["exec", "pulumi", "stack", "output", "namespace"]);
    expect(stack.stdout).to.equal("hub");
  });

  it("takes another stack file, with secrets of its own, and leaves it as it is", async () => {
    const theirs = newCrypter("theirs");
    const own = readFileSync(path.join(repository, "Pulumi.local.yaml"), "utf8");
    const tags = `  jupyterhub-efs:tags:\n    team:\n      secure: ${theirs.encrypt("blue")}\n`;
    const text = `${own}${tags}encryptionsalt: ${theirs.salt}\n`;
    const file = path.join(base, "mine.yaml");
    await writeFile(file, text);
    const up = await local(["up", "--config", "mine.yaml"], { PULUMI_CONFIG_PASSPHRASE: "theirs" });
    expect(up.exitCode, up.stderr).to.equal(0);
    const shown = await local(["exec", "pulumi", "config", "get", "--path", "jupyterhub-efs:tags.team"]);
    expect(shown.stdout).to.equal("blue");
    expect(readFileSync(file, "utf8")).to.equal(text);
  });

  it("refuses a stack file that does not exist, and an unknown command, without a trace of the program", async () => {
    const none = await local(["up", "--config", "none.yaml"]);
    expect(none.exitCode).to.equal(1);
    expect(none.stderr)
      .to.match(/^error: ".*\/none\.yaml" does not exist\./m)
      .and.not.to.contain("    at ");
    expect((await local(["frobnicate"])).exitCode).to.equal(2);
  });

  it("removes every process and file at the end, and leaves the checkout as it was", async () => {
    const started = await records();
    expect(started.every(isRunning)).to.equal(true);
    expect((await local(["down"])).exitCode).to.equal(0);
    expect(await left(started)).to.deep.equal([]);
    const stackFile = readFileSync(path.join(repository, "Pulumi.local.yaml"), "utf8");
    expect(stackFile).not.to.contain("encryptionsalt");
  });
});
