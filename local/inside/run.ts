import { execa } from "execa";
import { Failure } from "../failure.ts";
import { Interrupted } from "../interruption.ts";

/** How a command is run inside an environment. */
export interface RunOptions {
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
  readonly signal: AbortSignal;
  /** What the command prints goes to standard error, to keep standard output for results. */
  readonly toStderr?: boolean;
  /** A file that takes all that the command prints. */
  readonly into?: string;
  /** The command may ask things on the terminal. */
  readonly interactive?: boolean;
}

/**
 * Runs a command and tells its exit code. A signal that we get is passed on once: Pulumi takes the first one as "stop
 * safely" and the second as "stop at once".
 */
export async function run(command: string, args: readonly string[], options: RunOptions): Promise<number> {
  options.signal.throwIfAborted();
  // On a terminal an interactive command stays in our process group, else it could not read from the terminal.
  const shared = options.interactive === true && process.stdin.isTTY;
  const file = options.into === undefined ? undefined : { file: options.into, append: true };
  const child = execa(command, args, {
    env: options.env,
    extendEnv: false,
    cwd: options.cwd,
    detached: !shared,
    cleanup: false,
    reject: false,
    stdin: options.interactive === true ? "inherit" : "ignore",
    stdout: file ?? (options.toStderr === true ? 2 : 1),
    stderr: file ?? 2,
  });
  const pass = (): void => {
    const reason: unknown = options.signal.reason;
    // A terminal sends Ctrl-C to the whole group by itself.
    if (shared && reason instanceof Interrupted && reason.signal === "SIGINT") return;
    // Whatever it was that we got: this is the one on which Pulumi stops safely.
    send(child.pid, shared, "SIGINT");
  };
  options.signal.addEventListener("abort", pass, { once: true });
  try {
    const result = await child;
    if (result.exitCode !== undefined) return result.exitCode;
    if (result.signal !== undefined) return new Interrupted(result.signal).exitCode;
    throw notStarted(command, result.code);
  } finally {
    options.signal.removeEventListener("abort", pass);
  }
}

function send(pid: number | undefined, shared: boolean, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(shared ? pid : -pid, signal);
  } catch {
    // It ended in the meantime.
  }
}

function notStarted(command: string, code: string | undefined): Failure {
  if (code === "ENOENT")
    return new Failure(`"${command}" is no command inside the local environment.`, { exitCode: 127 });
  return new Failure(`"${command}" could not be started (${code ?? "unknown cause"}).`, { exitCode: 126 });
}
