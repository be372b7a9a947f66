import { execaSync } from "execa";
import { startOf } from "../../../../local/processes/identity.ts";
import { until } from "../cluster.ts";

/** A process, told from a later one with the same number by its start. */
export interface Process {
  readonly pid: number;
  readonly start: string;
  readonly command: string;
}

/** A process and all that it started, and they in turn: Pulumi gives each plugin a process group of its own. */
export function family(pid: number): Process[] {
  const rows = execaSync("ps", ["-eo", "pid=,ppid=,args="])
    .stdout.split("\n")
    .map((line) => /^ *(\d+) +(\d+) +(.*)$/.exec(line))
    .map((row) => ({ pid: Number(row?.[1]), parent: Number(row?.[2]), command: row?.[3] ?? "" }));
  const found = rows.filter((row) => row.pid === pid);
  for (const member of found) found.push(...rows.filter(({ parent }) => parent === member.pid));
  return found.flatMap(({ pid: number, command }) => {
    const start = startOf(number);
    return start === undefined ? [] : [{ pid: number, start, command }];
  });
}

const runs = ({ pid, start }: Process): boolean => startOf(pid) === start;

function send(processes: readonly Process[], signal: NodeJS.Signals): void {
  for (const { pid } of processes.filter(runs)) {
    try {
      process.kill(pid, signal);
    } catch {
      // It ended in the meantime.
    }
  }
}

/** Kills processes as a lack of memory does. */
export const kill = (processes: readonly Process[]): void => {
  send(processes, "SIGKILL");
};

/** Kills a whole family at once, as the end of its machine does. Nobody in it goes on, or starts anything, meanwhile. */
export function killFamily(pid: number): Process[] {
  let all: Process[] = [];
  process.kill(pid, "SIGSTOP");
  for (let known = -1; known < all.length;) {
    known = all.length;
    all = family(pid);
    send(all, "SIGSTOP");
  }
  kill(all);
  return all;
}

/** Waits until all of them have ended; the test's own time limit ends it. */
export const ended = (processes: readonly Process[]): Promise<true> =>
  until(() => Promise.resolve(!processes.some(runs)));
