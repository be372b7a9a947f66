import { setTimeout as sleep } from "node:timers/promises";
import { isRunning, type ProcessRecord, readRecords, removeRecord } from "./record.ts";

/** How long a process may take to end by itself before it is killed. */
const patience = 1_000;

/** Ends every recorded process that is still the recorded one, and waits until it is gone. Tells how many there were. */
export async function stopProcesses(folder: string): Promise<number> {
  const records = await readRecords(folder);
  const stopped = await Promise.all(records.map((record) => stopProcess(record)));
  for (const record of records) await removeRecord(folder, record.name);
  return stopped.filter(Boolean).length;
}

async function stopProcess(record: ProcessRecord): Promise<boolean> {
  if (!isRunning(record)) return false;
  send(record, "SIGTERM");
  if (!(await endsWithin(record, patience))) {
    send(record, "SIGKILL");
    await endsWithin(record, patience);
  }
  return true;
}

async function endsWithin(record: ProcessRecord, milliseconds: number): Promise<boolean> {
  const end = performance.now() + milliseconds;
  while (isRunning(record)) {
    if (performance.now() > end) return false;
    await sleep(50);
  }
  return true;
}

/** To the whole group: each process was started as the leader of its own, so this reaches what it started in turn. */
function send(record: ProcessRecord, signal: NodeJS.Signals): void {
  try {
    process.kill(-record.pid, signal);
  } catch {
    // Gone in the meantime.
  }
}
