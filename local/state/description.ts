import { readFile, rename, writeFile } from "node:fs/promises";
import { z } from "zod";
import { isRunning, readRecords } from "../processes/record.ts";
import type { StatePaths } from "./paths.ts";

const schema = z.object({
  /** What the environment was started from: tools and servers. Another one needs a new start. */
  fingerprint: z.string(),
  startedAt: z.string(),
  ports: z.record(z.string(), z.int()),
  /** The processes that make it whole. */
  processes: z.array(z.string()),
});

/** An environment that is up. */
export type Description = z.infer<typeof schema>;

/** Written last, so that an environment without it is one whose start did not come to its end. */
export async function writeDescription(paths: StatePaths, description: Description): Promise<void> {
  await writeFile(`${paths.description}.new`, JSON.stringify(description, undefined, 2));
  await rename(`${paths.description}.new`, paths.description);
}

export async function readDescription(paths: StatePaths): Promise<Description | undefined> {
  try {
    return schema.parse(JSON.parse(await readFile(paths.description, "utf8")));
  } catch {
    return undefined;
  }
}

/** The names of the processes that should run and do not. */
export async function missingProcesses(paths: StatePaths, description: Description): Promise<string[]> {
  const running = new Set((await readRecords(paths.processes)).filter(isRunning).map(({ name }) => name));
  return description.processes.filter((name) => !running.has(name));
}
