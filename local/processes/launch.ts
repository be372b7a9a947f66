import { spawn } from "node:child_process";
import { mkdir, open, readFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Failure } from "../failure.ts";
import { writeRecord } from "./record.ts";

/** A program of the environment: what it is called, and how it is started. */
export interface Program {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  /** All of its variables. */
  readonly env: Readonly<Record<string, string>>;
}

/** Where an environment keeps its processes' records and logs. */
export interface ProcessFolders {
  readonly processes: string;
  readonly logs: string;
}

/** A program that was started. */
export interface Launched {
  readonly program: Program;
  /** Resolves as soon as `check` holds; fails with the end of its log when the program ends first or takes too long. */
  ready(check: () => Promise<boolean>, signal: AbortSignal): Promise<void>;
}

/** Long enough for a machine that builds something else at the same time. */
const startLimit = 180_000;
const shownLogLines = 20;

/** Starts a program that outlives us: leader of its own process group, output in a log, recorded for `down`. */
export async function launch(program: Program, folders: ProcessFolders): Promise<Launched> {
  await mkdir(folders.logs, { recursive: true });
  const log = path.join(folders.logs, `${program.name}.log`);
  const output = await open(log, "a");
  // Not execa: its ways of waiting and cleaning up are for processes that end before we do.
  const child = spawn(program.command, program.args, {
    detached: true,
    stdio: ["ignore", output.fd, output.fd],
    env: program.env,
  });
  let ended: string | undefined;
  child.on("error", (error) => (ended = error.message));
  child.on(
    "exit",
    (code, signal) =>
      (ended ??= signal === null ? `it ended with exit code ${code ?? 0}` : `${signal} ended it`),
  );
  if (child.pid !== undefined) await writeRecord(folders.processes, program.name, child.pid);
  child.unref();
  await output.close();
  return {
    program,
    async ready(check, signal) {
      const limit = performance.now() + startLimit;
      while (!(await check())) {
        signal.throwIfAborted();
        if (ended !== undefined) throw await startFailure(program.name, ended, log);
        if (performance.now() > limit)
          throw await startFailure(program.name, `it is not ready after ${startLimit / 1000} s`, log);
        await sleep(100);
      }
    },
  };
}

async function startFailure(name: string, reason: string, log: string): Promise<Failure> {
  const text = await readFile(log, "utf8").catch(() => "");
  const tail = text.trimEnd().split("\n").slice(-shownLogLines).join("\n  ");
  return new Failure(
    `${name} did not start: ${reason}.\nThe end of its log:\n  ${tail === "" ? "(empty)" : tail}`,
  );
}
