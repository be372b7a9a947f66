import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import path from "node:path";
import type { Invocation } from "./invocation.ts";

/** How a program ended. */
export interface Outcome {
  /** What went wrong, for a person; empty: nothing, or the program has said it. */
  readonly error: string;
  /** Whether the engine has to stop without another word: the program has said why. */
  readonly bail: boolean;
}

/** The exit code by which the SDK's runner says that the person has been told what went wrong. */
const alreadyTold = 32;

/** The SDK's own runner of programs or of policy packs, as the folder finds it. */
export function runnerFor(programFolder: string, runner: "run" | "run-policy-pack" = "run"): string {
  try {
    return createRequire(path.join(programFolder, "package.json")).resolve(`@pulumi/pulumi/cmd/${runner}`);
  } catch {
    throw new Error(
      `"${programFolder}" finds no @pulumi/pulumi: install the program's dependencies with \`npm ci\`.`,
    );
  }
}

/**
 * Runs a program to its end. What it prints goes where the host's own output goes: the engine shows it.
 * @param signal kills the program
 */
export function runProgram({ args, env }: Invocation, signal: AbortSignal): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn("node", args, {
      env: { ...process.env, ...env },
      stdio: ["ignore", "inherit", "inherit"],
      signal,
      killSignal: "SIGKILL",
    });
    child.once("error", (error) => {
      // One that runs ends by the signal, and that is told by its end.
      if (child.pid === undefined)
        resolve({ error: `the program could not be started: ${error.message}`, bail: false });
    });
    child.once("exit", (code, ended) => {
      resolve(outcomeOf(code, ended));
    });
  });
}

/** What an exit code or a signal of the runner means to the engine. */
export function outcomeOf(code: number | null, ended: NodeJS.Signals | null): Outcome {
  if (code === 0) return { error: "", bail: false };
  if (code === alreadyTold) return { error: "", bail: true };
  const error =
    code === null
      ? `Program was ended by ${ended ?? "a signal"}`
      : `Program exited with non-zero exit code: ${code}`;
  return { error, bail: false };
}
