import { copyFile, readFile, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { execa } from "execa";
import { Failure } from "../failure.ts";
import type { Progress } from "../progress/progress.ts";
import { repository } from "../state/paths.ts";
import { cacheKey } from "./cacheKey.ts";
import { type GoTool, linkerFlags, requiredVersion } from "./goTools.ts";
import { installOnce } from "./installOnce.ts";
import { requireGo } from "./prerequisites.ts";

/** A Go tool's version and where its commands are, or will be once it is built. */
export interface InstalledTool {
  readonly version: string;
  readonly folder: string;
}

/** The place of a tool in the cache: another pin, checksum, source or flag is another place. */
export async function placeOf(tool: GoTool, cache: string): Promise<InstalledTool> {
  const source = sourceOf(tool);
  const read = (name: string): Promise<string> => readFile(path.join(source, name), "utf8").catch(() => "");
  const goMod = await read("go.mod");
  const version = requiredVersion(goMod, tool.module);
  const key = cacheKey({
    "go.mod": goMod,
    "go.sum": await read("go.sum"),
    "main.go": await read("main.go"),
    flags: linkerFlags(tool, version),
    commands: JSON.stringify([tool.commands, tool.files]),
    machine: `${process.platform} ${process.arch}`,
  });
  return { version, folder: path.join(cache, `${tool.name}-${version}-${key}`) };
}

/** Builds a tool unless it is in the cache. */
export async function buildTool(
  tool: GoTool,
  cache: string,
  progress: Progress,
  signal: AbortSignal,
): Promise<InstalledTool> {
  const place = await placeOf(tool, cache);
  await installOnce(place.folder, signal, async (temporary) => {
    await requireGo();
    await progress.step(`building ${tool.name} ${place.version}`, async () => {
      const binary = path.join(temporary, tool.name);
      await go(
        tool,
        [
          "build",
          "-mod=readonly",
          "-buildvcs=false",
          "-ldflags",
          linkerFlags(tool, place.version),
          "-o",
          binary,
          tool.package,
        ],
        signal,
      );
      for (const command of tool.commands ?? []) await link(tool.name, path.join(temporary, command));
      await gather(tool, temporary, signal);
    });
  });
  return place;
}

async function link(target: string, name: string): Promise<void> {
  await symlink(target, name);
}

async function gather(tool: GoTool, temporary: string, signal: AbortSignal): Promise<void> {
  if (tool.files === undefined) return;
  const module = await go(tool, ["list", "-mod=readonly", "-m", "-f", "{{.Dir}}", tool.module], signal);
  for (const [name, parts] of Object.entries(tool.files)) {
    const texts = await Promise.all(parts.map((part) => readFile(path.join(module, part), "utf8")));
    await writeFile(path.join(temporary, name), texts.join("\n---\n"));
  }
  await copyFile(path.join(module, "LICENSE"), path.join(temporary, "LICENSE"));
}

async function go(tool: GoTool, args: readonly string[], signal: AbortSignal): Promise<string> {
  const result = await execa("go", args, {
    cwd: sourceOf(tool),
    reject: false,
    cancelSignal: signal,
    env: { GOWORK: "off" },
  });
  signal.throwIfAborted();
  if (result.exitCode === 0) return result.stdout;
  const tail = result.stderr.split("\n").slice(-15).join("\n  ");
  throw new Failure(
    `Building ${tool.name} failed. What Go said:\n  ${tail}\nThe build needs the Go module proxy (\`go env GOPROXY\`), about 6 GB of disk and 3 GB of memory.`,
  );
}

function sourceOf(tool: GoTool): string {
  return path.join(repository, "local", "toolchain", tool.name);
}
