import { setTimeout as sleep } from "node:timers/promises";
import { step } from "./eventLog.ts";
import type { Moment } from "./run.ts";

/** So long after the n-th step of a command, the first having number 1. */
export const afterStep =
  (number: number, milliseconds: number): Moment =>
  async (log, over) => {
    const reached = await step(log, number, over);
    if (reached === undefined) return undefined;
    await sleep(milliseconds, undefined, { signal: over }).catch(() => undefined);
    return over.aborted ? undefined : `${milliseconds} ms after step ${number}, ${reached}`;
  };

/** As soon as something is so. */
export const asSoonAs =
  (what: string, isSo: () => Promise<boolean>): Moment =>
  async (_log, over) => {
    while (!over.aborted) {
      if (await isSo()) return what;
    }
    return undefined;
  };
