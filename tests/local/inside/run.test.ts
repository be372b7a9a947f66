// Proves exit codes and the passing on of a signal with small shell commands. Has no terminal, so the way of
// interactive commands on one is not proved here.
import { expect } from "chai";
import { Interrupted } from "../../../local/interruption.ts";
import { Failure } from "../../../local/failure.ts";
import { run, type RunOptions } from "../../../local/inside/run.ts";

describe("run", () => {
  const options = (signal = new AbortController().signal): RunOptions => ({
    env: { PATH: process.env.PATH ?? "" },
    cwd: ".",
    signal,
  });

  it("passes the exit code on", async () => {
    expect(await run("sh", ["-c", "exit 7"], options())).to.equal(7);
  });

  it("tells the end by a signal as a shell does", async () => {
    expect(await run("sh", ["-c", "kill -TERM $$"], options())).to.equal(143);
  });

  it("passes an interruption on once, and waits for the command's own end", async () => {
    const controller = new AbortController();
    const script = `process.on("SIGINT", () => { n += 1; setTimeout(() => process.exit(40 + n), 100); }); let n = 0; process.kill(${process.pid}, "SIGUSR2"); setInterval(() => {}, 1000)`;
    const up = new Promise((resolve) => process.once("SIGUSR2", resolve));
    const ended = run(process.execPath, ["-e", script], options(controller.signal));
    await up;
    controller.abort(new Interrupted("SIGTERM"));
    expect(await ended).to.equal(41);
  });

  it("names a command that does not exist, with the shell's exit code", async () => {
    const failed: unknown = await run("no-such-command", [], options()).catch((error: unknown) => error);
    expect(failed).to.be.instanceOf(Failure).that.includes({ exitCode: 127 });
  });
});
