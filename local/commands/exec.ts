import { startEnvironment } from "../environment.ts";
import { run } from "../inside/run.ts";
import { prepareStack } from "../inside/stack.ts";
import type { Context } from "./context.ts";

/** Runs any command inside the environment, with its own output and exit code. */
export async function exec(context: Context, words: readonly [string, ...string[]]): Promise<number> {
  const { progress, signal, cwd } = context;
  const environment = await startEnvironment({ progress, signal, evenIfOutdated: true });
  await prepareStack(environment);
  const [command, ...args] = words;
  return run(command, args, { env: environment.env, cwd, signal, interactive: true });
}
