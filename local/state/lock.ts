import { mkdir } from "node:fs/promises";
import path from "node:path";
import lockfile from "proper-lockfile";

/** A lock whose owner died is taken over after this time. */
const stale = 15_000;

/** Runs something while nobody else, in any process, runs something under the same lock. */
export async function locked<T>(lock: string, signal: AbortSignal, run: () => Promise<T>): Promise<T> {
  await mkdir(path.dirname(lock), { recursive: true });
  const release = await acquire(lock, signal);
  try {
    return await run();
  } finally {
    await release();
  }
}

async function acquire(lock: string, signal: AbortSignal): Promise<() => Promise<void>> {
  const retries = { retries: 0 };
  for (;;) {
    signal.throwIfAborted();
    try {
      return await lockfile.lock(lock, { realpath: false, lockfilePath: lock, stale, retries });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ELOCKED") throw error;
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
  }
}
