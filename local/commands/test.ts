import { globSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { availableParallelism } from "node:os";
import path from "node:path";
import type { Environment } from "../environment.ts";
import { run } from "../inside/run.ts";
import { repository } from "../state/paths.ts";
import type { Context } from "./context.ts";
import { inOwnEnvironments } from "./ownEnvironment.ts";

/** An engine test deploys and destroys whole stacks; on a busy machine that takes minutes. */
const testLimit = 600_000;

/** Mocha's arguments: ours, then the person's. */
export function mochaArguments(words: readonly string[]): string[] {
  const rules = ["--no-config", "--no-package", "--forbid-only", "--forbid-pending", "--fail-zero"];
  // An update that hangs fails its test; it must not hold up the files after it as well.
  const end = ["--exit"];
  const preload = ["--require", "./tests/engine/support/wholeMessages.ts"];
  return [...rules, ...end, ...preload, "--timeout", String(testLimit), ...words];
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

/** What failed in a run of mocha and why, out of what it printed: without the count, which is there already. */
export const whatFailed = (printed: string): string => printed.split(/^ +\d+ failing$/m)[1]?.trim() ?? "";

/** How many environments at once: an engine test mostly waits, and each environment takes about a GiB of memory. */
const environments = Math.min(availableParallelism(), 3);

/**
 * Runs the engine tests, also those after one that failed, in environments that are there for them alone: each takes the
 * next file when it is done with one, and is made anew after a file that failed. Gives the first bad exit code.
 */
export async function test(context: Context, words: readonly string[]): Promise<number> {
  const files = globSync("tests/engine/**/*.test.ts", { cwd: repository }).sort();
  const waiting = mochaRuns(words, files);
  const failed: { file: string; status: number; why: string }[] = [];
  const count = Math.min(waiting.length, environments);
  const takeNext = async (environment: Environment): Promise<"done" | "another"> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const { status, why } = await runMocha(context, environment, next, count > 1);
      if (status === 0) continue;
      failed.push({ file: next.at(-1) ?? "", status, why });
      // What a failed test left behind would fail those after it, too.
      if (waiting.length > 0) return "another";
    }
    return "done";
  };
  await inOwnEnvironments(context, count, takeNext);
  // Again, at the end: of a long log people see that alone, and a machine may keep no more.
  for (const { file, why } of failed) context.print(`failed: ${file}${why && `\n\n  ${why}\n`}`);
  return failed[0]?.status ?? 0;
}

/** One run of mocha: its exit code, and what failed. Beside others it prints when it ends, all at once. */
async function runMocha(
  { signal, print }: Context,
  { env, paths }: Environment,
  words: readonly string[],
  isBesideOthers: boolean,
): Promise<{ status: number; why: string }> {
  const args = [path.join(repository, "node_modules", "mocha", "bin", "mocha.js"), ...mochaArguments(words)];
  const options = { env, cwd: repository, signal };
  // Alone it prints as it goes, and what failed is at the end anyway.
  if (!isBesideOthers) return { status: await run("node", args, options), why: "" };
  const into = path.join(paths.root, "tests.log");
  await rm(into, { force: true });
  const running = run("node", args, { ...options, into });
  await Promise.allSettled([running]);
  const printed = await readFile(into, "utf8").catch(() => "");
  print(printed);
  return { status: await running, why: whatFailed(printed) };
}
