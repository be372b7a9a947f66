import { existsSync } from "node:fs";
import { lstat, mkdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import path from "node:path";
import { execa } from "execa";
import { Failure } from "../failure.ts";
import type { Progress } from "../progress/progress.ts";
import { repository, type StatePaths } from "../state/paths.ts";
import { quoted } from "./commands.ts";

/** The providers that the environment has a stand-in for. */
export const providerNames = ["aws", "kubernetes"] as const;
export type ProviderName = (typeof providerNames)[number];

/** Whether the environment runs our stand-in of a provider or the provider itself. */
export type ProviderKind = "stand-in" | "official";
export type ProviderKinds = Readonly<Record<ProviderName, ProviderKind>>;

/** What `LOCAL_PROVIDERS` asks for. */
export function wantedProviders(value: string | undefined): ProviderKind {
  if (value === undefined || value === "" || value === "stand-in") return "stand-in";
  if (value === "official") return "official";
  throw new Failure(`"LOCAL_PROVIDERS" must be "stand-in" or "official", got "${value}".`, { exitCode: 2 });
}

/** How long the download of an official provider may take: the larger one is about 200 MB. */
const downloadLimit = 300_000;

/** Puts each provider into the environment's plugin folder. An official one that cannot be had stays a stand-in. */
export async function installProviders(
  paths: StatePaths,
  env: Readonly<Record<string, string>>,
  progress: Progress,
  signal: AbortSignal,
): Promise<ProviderKinds> {
  const wanted = wantedProviders(process.env.LOCAL_PROVIDERS);
  const install = async (name: ProviderName): Promise<ProviderKind> => {
    const folder = path.join(paths.pulumiHome, "plugins", `resource-${name}-v${await versionOf(name)}`);
    if (wanted === "official" && (await installOfficial(name, folder, env, progress, signal)))
      return "official";
    await installStandIn(name, folder);
    return "stand-in";
  };
  return { aws: await install("aws"), kubernetes: await install("kubernetes") };
}

async function versionOf(name: ProviderName): Promise<string> {
  const text = await readFile(path.join(repository, "node_modules", "@pulumi", name, "package.json"), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}

const standInMark = "stand-in";
/** In the mark: the official one was asked for in vain. It is not asked for again as long as the environment runs. */
const inVain = "the official one cannot be had here";

async function installStandIn(name: ProviderName, folder: string): Promise<void> {
  if (existsSync(path.join(folder, standInMark))) return;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const node = path.join(repository, "node_modules", ".bin", "node");
  const main = path.join(repository, "local", "providers", name, "main.ts");
  const script = `#!/bin/sh\nexec ${quoted(node)} ${quoted(main)} "$@"\n`;
  await writeFile(path.join(folder, `pulumi-resource-${name}`), script, { mode: 0o755 });
  await writeFile(path.join(folder, standInMark), "");
}

async function installOfficial(
  name: ProviderName,
  folder: string,
  env: Readonly<Record<string, string>>,
  progress: Progress,
  signal: AbortSignal,
): Promise<boolean> {
  if (await isOfficial(folder, name)) return true;
  const known = await readFile(path.join(folder, standInMark), "utf8").catch(() => "");
  const own = path.join(
    process.env.PULUMI_HOME ?? path.join(homedir(), ".pulumi"),
    "plugins",
    path.basename(folder),
  );
  if (existsSync(path.join(own, `pulumi-resource-${name}`)) && !existsSync(path.join(own, standInMark))) {
    await rm(folder, { recursive: true, force: true });
    await mkdir(path.dirname(folder), { recursive: true });
    await symlink(own, folder);
    return true;
  }
  if (known === inVain) return false;
  await rm(folder, { recursive: true, force: true });
  try {
    await progress.step(`downloading the official ${name} provider`, () => download(name, env, signal));
    return true;
  } catch (error) {
    signal.throwIfAborted();
    progress.note(
      `  The official ${name} provider cannot be had here; the stand-in stays. ${(error as Error).message}`,
    );
    await installStandIn(name, folder);
    await writeFile(path.join(folder, standInMark), inVain);
    return false;
  }
}

async function isOfficial(folder: string, name: ProviderName): Promise<boolean> {
  const there = await lstat(folder).then(
    () => true,
    () => false,
  );
  return (
    there &&
    !existsSync(path.join(folder, standInMark)) &&
    existsSync(path.join(folder, `pulumi-resource-${name}`))
  );
}

async function download(
  name: ProviderName,
  env: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<void> {
  const result = await execa("pulumi", ["plugin", "install", "resource", name, `v${await versionOf(name)}`], {
    env: { ...env, PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "false" },
    extendEnv: false,
    reject: false,
    cancelSignal: signal,
    timeout: downloadLimit,
  });
  if (result.exitCode !== 0) throw new Error(result.stderr.trim().split("\n").at(-1) ?? "");
}
