import { readdir } from "node:fs/promises";
import path from "node:path";
import { type Environment, startEnvironment, stopEnvironment } from "../environment.ts";
import { startOf } from "../processes/identity.ts";
import { stateFolder, statePaths } from "../state/paths.ts";
import type { Context } from "./context.ts";

/** Between the state folder's name and the number of the process that owns the environment. */
const infix = "-of-";

/** Runs something in an environment that is there for it alone, and is removed however it ends. */
export async function inOwnEnvironment(
  context: Context,
  use: (environment: Environment) => Promise<number>,
): Promise<number> {
  const { progress, signal } = context;
  await removeOrphans(stateFolder());
  const environment = await startEnvironment({
    state: `${stateFolder()}${infix}${process.pid}`,
    progress,
    signal,
  });
  try {
    return await use(environment);
  } finally {
    await environment.stop();
  }
}

/** Removes environments whose owner was killed before it could do so. Tells how many processes they had. */
export async function removeOrphans(state: string): Promise<number> {
  const parent = path.dirname(state);
  const prefix = `${path.basename(state)}${infix}`;
  const names = (await readdir(parent).catch(() => [])).filter(
    (name) => name.startsWith(prefix) && /^\d+$/.test(name.slice(prefix.length)),
  );
  let stopped = 0;
  for (const name of names) {
    if (startOf(Number(name.slice(prefix.length))) === undefined)
      stopped += await stopEnvironment(statePaths(path.join(parent, name)));
  }
  return stopped;
}
