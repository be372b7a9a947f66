// Proves what a program's end means to the engine, and that a program ends when it is told to. The programs are one line.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "chai";
import { outcomeOf, runnerFor, runProgram } from "../../../local/language/program.ts";
import { repository } from "../../../local/state/paths.ts";

const done = { error: "", bail: false };

describe("outcomeOf", () => {
  it("passes on what the person has not been told", () => {
    expect(outcomeOf(0, null)).to.deep.equal(done);
    expect(outcomeOf(32, null)).to.deep.equal({ error: "", bail: true });
    expect(outcomeOf(1, null)).to.deep.equal({
      error: "Program exited with non-zero exit code: 1",
      bail: false,
    });
    expect(outcomeOf(null, "SIGSEGV")).to.deep.equal({ error: "Program was ended by SIGSEGV", bail: false });
  });
});

describe("runProgram", () => {
  const { signal } = new AbortController();
  const run = (text: string, env = {}, ended = signal) => runProgram({ args: ["-e", text], env }, ended);

  it("runs it with the variables of the host and its own", async () => {
    const text = "process.exit(process.env.PATH !== undefined && process.env.OWN === 'yes' ? 0 : 1)";
    expect(await run(text, { OWN: "yes" })).to.deep.equal(done);
  });

  it("gives it nothing to read", async () => {
    expect(await run("process.stdin.once('end', () => process.exit(7)).resume()")).to.have.property(
      "error",
      "Program exited with non-zero exit code: 7",
    );
  });

  it("kills it when it is told to, also before it began", async () => {
    const text = "process.on('SIGTERM', () => undefined); setTimeout(() => undefined, 60_000)";
    const killed = { error: "Program was ended by SIGKILL", bail: false };
    const cancellation = new AbortController();
    const running = run(text, {}, cancellation.signal);
    cancellation.abort();
    expect(await running).to.deep.equal(killed);
    expect(await run(text, {}, AbortSignal.abort())).to.deep.equal(killed);
  });

  it("says when there is no Node to run it", async () => {
    const { error } = await run("", { PATH: "/nowhere" });
    expect(error).to.equal("the program could not be started: spawn node ENOENT");
  });
});

describe("runnerFor", () => {
  it("finds the SDK's runner from the program's folder", () => {
    expect(runnerFor(repository)).to.equal(
      path.join(repository, "node_modules", "@pulumi", "pulumi", "cmd", "run", "index.js"),
    );
  });

  it("says what is missing where the SDK is not installed", async () => {
    const folder = await mkdtemp(path.join(tmpdir(), "program-"));
    expect(() => runnerFor(folder)).to.throw(
      `"${folder}" finds no @pulumi/pulumi: install the program's dependencies with \`npm ci\`.`,
    );
    await rm(folder, { recursive: true });
  });
});
