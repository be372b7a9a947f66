import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { execa } from "execa";
import type { Project } from "../project.ts";
import { ended, family, kill, killFamily } from "./processes.ts";

/** Waits for the moment to kill, and tells what it was; nothing when the command ended before. */
export type Moment = (eventLog: string, over: AbortSignal) => Promise<string | undefined>;

/** How a command ended: killed, or by itself. */
export type Ending = { readonly killed: string } | { readonly exitCode: number; readonly all: string };

/**
 * Runs a command of Pulumi's and kills it: everything at once, as with the machine that it ran on, or the engine alone,
 * as for want of memory. Comes back when no process of it is left.
 */
export async function killedAt(
  project: Project,
  words: readonly string[],
  moment: Moment,
  what: "everything" | "the engine",
): Promise<Ending> {
  const folder = await mkdtemp(path.join(tmpdir(), "jupyterhub-efs-events-"));
  const log = path.join(folder, "events.json");
  const over = new AbortController();
  try {
    const run = execa("pulumi", [...words, "--non-interactive", "--event-log", log], {
      cwd: project.folder,
      env: { PULUMI_STACK: project.stack, PULUMI_DEBUG_COMMANDS: "true" },
      all: true,
      reject: false,
      stdin: "ignore",
    });
    void run.then(() => {
      over.abort();
    });
    const reached = await moment(log, over.signal);
    if (run.pid !== undefined && reached !== undefined) await killNow(run.pid, what === "everything");
    const { exitCode, all } = await run;
    return exitCode === undefined ? { killed: reached ?? "" } : { exitCode, all };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function killNow(pid: number, everything: boolean): Promise<void> {
  if (everything) {
    await ended(killFamily(pid));
    return;
  }
  const [engine, ...others] = family(pid);
  if (engine !== undefined) kill([engine]);
  // The stand-ins and their Helm see it and go by themselves; Pulumi's own processes take up to five minutes.
  const isOurs = ({ command }: { command: string }) => /\/local\/providers\/|(^|\/)helm /.test(command);
  await ended(others.filter(isOurs));
  kill(others);
  await ended(others);
}
