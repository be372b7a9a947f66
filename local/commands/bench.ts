import path from "node:path";
import { run } from "../inside/run.ts";
import { prepareStack } from "../inside/stack.ts";
import { repository } from "../state/paths.ts";
import type { Context } from "./context.ts";
import { inOwnEnvironment } from "./ownEnvironment.ts";

/** Runs the measurements in an environment of their own. */
export async function bench(context: Context, words: readonly string[]): Promise<number> {
  return inOwnEnvironment(context, async (environment) => {
    await prepareStack(environment);
    const main = path.join(repository, "local", "bench", "main.ts");
    return run("node", [main, ...words], { env: environment.env, cwd: repository, signal: context.signal });
  });
}
