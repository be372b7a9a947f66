import { globSync } from "node:fs";
import path from "node:path";
import { run } from "../inside/run.ts";
import { repository } from "../state/paths.ts";
import type { Context } from "./context.ts";
import { inOwnEnvironment } from "./ownEnvironment.ts";

/** An engine test deploys and destroys whole stacks; on a busy machine that takes minutes. */
const testLimit = 600_000;

/** Mocha's arguments: ours, then the person's. */
export function mochaArguments(words: readonly string[]): string[] {
  const rules = ["--no-config", "--no-package", "--forbid-only", "--forbid-pending", "--fail-zero"];
  const preload = ["--require", "./tests/engine/support/wholeMessages.ts"];
  return [...rules, ...preload, "--timeout", String(testLimit), ...words];
}

/**
 * What each run of mocha gets. Each file has a process of its own: a program whose engine was killed or failed lives on
 * in the process, and what it still throws is taken for an error of the program that runs then. Who asks for one test by
 * its title does not know the file, so all files are then looked through at once.
 */
export function mochaRuns(words: readonly string[], files: readonly string[]): string[][] {
  const named = words.filter((word) => word.endsWith(".ts"));
  const options = words.filter((word) => !word.endsWith(".ts"));
  const wanted = named.length > 0 ? named : files;
  return options.some((word) => /^(-[fg]|--f?grep)/.test(word))
    ? [[...options, ...wanted]]
    : wanted.map((file) => [...options, file]);
}

/** Runs the engine tests in an environment of their own, also those after one that failed; gives the first bad exit code. */
export async function test(context: Context, words: readonly string[]): Promise<number> {
  const mocha = path.join(repository, "node_modules", "mocha", "bin", "mocha.js");
  const files = globSync("tests/engine/**/*.test.ts", { cwd: repository }).sort();
  const { print, signal } = context;
  return inOwnEnvironment(context, async ({ env }) => {
    const failed: { file: string; status: number }[] = [];
    for (const given of mochaRuns(words, files)) {
      const status = await run("node", [mocha, ...mochaArguments(given)], { env, cwd: repository, signal });
      if (status !== 0) failed.push({ file: given.at(-1) ?? "", status });
    }
    for (const { file } of failed) print(`failed: ${file}`);
    return failed[0]?.status ?? 0;
  });
}
