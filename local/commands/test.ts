import path from "node:path";
import { run } from "../inside/run.ts";
import { repository } from "../state/paths.ts";
import type { Context } from "./context.ts";
import { inOwnEnvironment } from "./ownEnvironment.ts";

/** An engine test deploys and destroys whole stacks; on a busy machine that takes minutes. */
const testLimit = 600_000;

/** Mocha's arguments: ours, then the person's; all engine tests unless files are named. */
export function mochaArguments(words: readonly string[]): string[] {
  const namesFiles = words.some((word) => word.endsWith(".ts"));
  const rules = [
    "--no-config",
    "--no-package",
    "--forbid-only",
    "--forbid-pending",
    "--fail-zero",
    "--timeout",
    String(testLimit),
  ];
  return [...rules, ...words, ...(namesFiles ? [] : ["tests/engine/**/*.test.ts"])];
}

/** Runs the engine tests in an environment of their own. */
export async function test(context: Context, words: readonly string[]): Promise<number> {
  const mocha = path.join(repository, "node_modules", "mocha", "bin", "mocha.js");
  return inOwnEnvironment(context, ({ env }) =>
    run("node", [mocha, ...mochaArguments(words)], { env, cwd: repository, signal: context.signal }),
  );
}
