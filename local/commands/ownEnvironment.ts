import { readdir } from "node:fs/promises";
import path from "node:path";
import { type Environment, startEnvironment, stopEnvironment } from "../environment.ts";
import { startOf } from "../processes/identity.ts";
import { stateFolder, statePaths } from "../state/paths.ts";
import type { Context } from "./context.ts";

/** Between the state folder's name and the number of the process that owns the environment. */
const infix = "-of-";

/**
 * Runs something in an environment that is there for it alone, and is removed however it ends. A process that needs
 * several at once numbers them.
 */
export async function inOwnEnvironment<T>(
  context: Context,
  use: (environment: Environment) => Promise<T>,
  number = 1,
): Promise<T> {
  const { progress, signal } = context;
  await removeOrphans(stateFolder());
  const environment = await startEnvironment({
    state: `${stateFolder()}${infix}${process.pid}${number === 1 ? "" : `-${number}`}`,
    progress,
    signal,
  });
  try {
    return await use(environment);
  } finally {
    await environment.stop();
  }
}

/**
 * Starts one environment after the other, so that tools are built once; each is at work as soon as it is there. Work that
 * wants to go on in another one, as something was left behind in this, gets it.
 */
export async function inOwnEnvironments(
  context: Context,
  count: number,
  use: (environment: Environment) => Promise<"done" | "another">,
): Promise<void> {
  const working: Promise<void>[] = [];
  for (let number = 1; number <= count; number++) {
    await new Promise<void>((resolve) => {
      const used = (environment: Environment): Promise<"done" | "another"> => {
        resolve();
        return use(environment);
      };
      const untilDone = async (): Promise<void> => {
        while ((await inOwnEnvironment(context, used, number)) === "another");
      };
      const work = untilDone();
      working.push(work);
      // One that did not start is told at the end.
      work.catch(resolve);
    });
  }
  const ends = await Promise.allSettled(working);
  for (const end of ends) if (end.status === "rejected") throw end.reason;
}

/** Removes environments whose owner was killed before it could do so. Tells how many processes they had. */
export async function removeOrphans(state: string): Promise<number> {
  const parent = path.dirname(state);
  const prefix = `${path.basename(state)}${infix}`;
  const names = (await readdir(parent).catch(() => [])).filter((name) => name.startsWith(prefix));
  let stopped = 0;
  for (const name of names) {
    const owner = /^(\d+)(-\d+)?$/.exec(name.slice(prefix.length))?.[1];
    if (owner !== undefined && startOf(Number(owner)) === undefined)
      stopped += await stopEnvironment(statePaths(path.join(parent, name)));
  }
  return stopped;
}
