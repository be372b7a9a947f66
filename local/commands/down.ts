import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { stopEnvironment } from "../environment.ts";
import { cacheFolder, stateFolder, statePaths } from "../state/paths.ts";
import type { Context } from "./context.ts";
import { removeOrphans } from "./ownEnvironment.ts";

/** Ends the environment and removes every file that it made. */
export async function down(context: Context, toolchain: boolean): Promise<number> {
  const paths = statePaths(stateFolder());
  const was = existsSync(paths.root);
  const stopped = (await stopEnvironment(paths)) + (await removeOrphans(paths.root));
  context.print(
    was || stopped > 0 ? `Ended: ${stopped} processes, and removed "${paths.root}".` : "Nothing runs.",
  );
  const cache = cacheFolder();
  if (toolchain) {
    await rm(cache, { recursive: true, force: true });
    context.print(`Removed the built tools, "${cache}".`);
  } else if (existsSync(cache)) {
    context.print(
      `Kept: the built tools in "${cache}"; \`npm run local -- down --toolchain\` removes them as well.`,
    );
  }
  return 0;
}
