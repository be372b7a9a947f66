import { existsSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { locked } from "../state/lock.ts";

/**
 * Makes a folder once for all runs: built under another name and renamed when it is whole, so that a run that was
 * interrupted leaves nothing half-made, and two runs at once build it once.
 */
export async function installOnce(
  folder: string,
  signal: AbortSignal,
  build: (temporary: string) => Promise<void>,
): Promise<void> {
  if (existsSync(folder)) return;
  await locked(`${folder}.lock`, signal, async () => {
    if (existsSync(folder)) return;
    const temporary = `${folder}.unfinished`;
    await rm(temporary, { recursive: true, force: true });
    await mkdir(temporary, { recursive: true });
    try {
      await build(temporary);
      await rename(temporary, folder);
    } finally {
      await rm(temporary, { recursive: true, force: true });
    }
  });
}
