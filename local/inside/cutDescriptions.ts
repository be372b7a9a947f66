import { readdir, readFile, rm } from "node:fs/promises";
import path from "node:path";

/**
 * Removes descriptions of files that an update could not finish when it was killed. Beside each file of a stack Pulumi
 * keeps one, `NAME.attrs`, which it writes in place: cut off, it makes the whole stack unreadable ("failed to load
 * checkpoint: EOF"), and has nothing of the stack in it. Tells how many there were.
 * https://pkg.go.dev/gocloud.dev/blob/fileblob
 */
export async function removeCutDescriptions(backend: string): Promise<number> {
  const folder = path.join(backend, ".pulumi");
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  let removed = 0;
  for (const name of names.filter((entry) => entry.endsWith(".attrs"))) {
    const file = path.join(folder, name);
    if (!(await isCut(file))) continue;
    await rm(file, { force: true });
    removed += 1;
  }
  return removed;
}

async function isCut(file: string): Promise<boolean> {
  const text = await readFile(file, "utf8").catch(() => undefined);
  if (text === undefined) return false;
  try {
    JSON.parse(text);
    return false;
  } catch {
    return true;
  }
}
