import { readdir, readFile, rm } from "node:fs/promises";
import { hostname } from "node:os";
import path from "node:path";
import { z } from "zod";
import { startOf } from "../processes/identity.ts";

/** What Pulumi writes of whoever works on a stack. */
const schema = z.object({ pid: z.number(), hostname: z.string() });

/**
 * Removes the locks of Pulumi processes of this machine that are gone: an update that was killed leaves its lock, and
 * the next one would be refused. Nobody else works in this environment. Tells how many there were.
 */
export async function removeStaleLocks(backend: string): Promise<number> {
  const folder = path.join(backend, ".pulumi", "locks");
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  let removed = 0;
  for (const name of names.filter((entry) => entry.endsWith(".json"))) {
    const file = path.join(folder, name);
    if (!(await isStale(file))) continue;
    await rm(file, { force: true });
    removed += 1;
  }
  return removed;
}

async function isStale(file: string): Promise<boolean> {
  try {
    const owner = schema.parse(JSON.parse(await readFile(file, "utf8")));
    return owner.hostname === hostname() && startOf(owner.pid) === undefined;
  } catch {
    // Not as we know it: Pulumi's own message says what to do.
    return false;
  }
}
