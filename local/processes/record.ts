import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { startOf } from "./identity.ts";

const schema = z.object({ name: z.string(), pid: z.int().positive(), start: z.string() });

/** A process that the environment started. The start time tells it from a stranger that got its number later. */
export type ProcessRecord = z.infer<typeof schema>;

/** Whether the recorded process itself, not a stranger with its number, still runs. */
export function isRunning(record: ProcessRecord): boolean {
  return startOf(record.pid) === record.start;
}

/** Records a process that was just started. */
export async function writeRecord(folder: string, name: string, pid: number): Promise<ProcessRecord> {
  // Already gone: keep a record that matches nothing, so that whoever looks sees it as not running.
  const record = { name, pid, start: startOf(pid) ?? "gone" };
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, `${name}.json`), JSON.stringify(record));
  return record;
}

/** All recorded processes of an environment, in the order of their names. */
export async function readRecords(folder: string): Promise<ProcessRecord[]> {
  const files = await readdir(folder).catch(() => []);
  const records = await Promise.all(files.sort().map((file) => readRecord(path.join(folder, file))));
  return records.filter((record) => record !== undefined);
}

async function readRecord(file: string): Promise<ProcessRecord | undefined> {
  try {
    return schema.parse(JSON.parse(await readFile(file, "utf8")));
  } catch {
    // Cut off by a power failure while it was written; the process can't be told from a stranger.
    return undefined;
  }
}

export async function removeRecord(folder: string, name: string): Promise<void> {
  await rm(path.join(folder, `${name}.json`), { force: true });
}
