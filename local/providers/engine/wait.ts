import { setTimeout as sleep } from "node:timers/promises";

/** How long and how often to look. */
export interface Patience {
  readonly signal: AbortSignal;
  readonly timeoutSeconds: number;
  /** Between two looks; doubled each time up to `maxIntervalMs`. */
  readonly intervalMs?: number;
  readonly maxIntervalMs?: number;
  /** What is awaited, for the error: `EFS Mount Target (fsmt-1) create`. */
  readonly what: string;
}

/**
 * Looks until the probe has an answer.
 * @param probe an answer, or undefined to look again; what it throws ends the wait
 * @throws when the time is over or the engine cancels
 */
export async function waitFor<T>(probe: () => Promise<T | undefined>, patience: Patience): Promise<T> {
  const { signal, what, timeoutSeconds, maxIntervalMs = 5000 } = patience;
  const deadline = Date.now() + timeoutSeconds * 1000;
  let interval = patience.intervalMs ?? 100;
  for (;;) {
    if (signal.aborted) throw new Error(`waiting for ${what}: canceled`);
    const answer = await probe();
    if (answer !== undefined) return answer;
    if (Date.now() >= deadline) throw new Error(`waiting for ${what}: timeout after ${timeoutSeconds} s`);
    await sleep(Math.min(interval, Math.max(deadline - Date.now(), 1)), undefined, { signal }).catch(
      () => undefined,
    );
    interval = Math.min(interval * 2, maxIntervalMs);
  }
}
