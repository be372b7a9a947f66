import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { execa } from "execa";
import { Failure } from "../failure.ts";
import type { Progress } from "../progress/progress.ts";
import { cacheKey } from "./cacheKey.ts";
import { installOnce } from "./installOnce.ts";
import { requirePython } from "./prerequisites.ts";

/** Packages of Python that something runs on. */
export interface Packages {
  /** Of their folder in the cache. */
  readonly name: string;
  /** What they are, in a sentence about installing them. */
  readonly what: string;
  /** The pins, with their hashes. */
  readonly requirements: string;
}

/** Installs packages in an environment of their own, unless it is in the cache; tells the Python that has them. */
export async function installPackages(
  { name, what, requirements }: Packages,
  cache: string,
  progress: Progress,
  signal: AbortSignal,
): Promise<string> {
  const version = await requirePython();
  const key = cacheKey({
    requirements: await readFile(requirements, "utf8"),
    python: version,
    machine: `${process.platform} ${process.arch}`,
  });
  const folder = path.join(cache, `${name}-python${version}-${key}`);
  const python = path.join("bin", "python");
  await installOnce(folder, signal, async (temporary) => {
    await progress.step(`installing ${what}`, async () => {
      await run(name, "python3", ["-m", "venv", temporary], signal);
      const install = [
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-input",
        "--disable-pip-version-check",
        "--require-hashes",
        "-r",
        requirements,
      ];
      await run(name, path.join(temporary, python), install, signal);
    });
  });
  if (!existsSync(path.join(folder, python)))
    throw new Failure(
      `"${folder}" is no longer whole: its Python was removed. Delete the folder and run this again.`,
    );
  return path.join(folder, python);
}

async function run(
  name: string,
  command: string,
  args: readonly string[],
  signal: AbortSignal,
): Promise<void> {
  const result = await execa(command, args, {
    reject: false,
    cancelSignal: signal,
    stdin: "ignore",
    all: true,
  });
  signal.throwIfAborted();
  if (result.exitCode === 0) return;
  throw new Failure(
    `Installing ${name} failed. What \`${path.basename(command)} ${args.slice(0, 3).join(" ")}\` said:\n  ${result.all.split("\n").slice(-15).join("\n  ")}`,
  );
}
