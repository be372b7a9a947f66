import { existsSync } from "node:fs";
import path from "node:path";
import type { Progress } from "../progress/progress.ts";
import { cacheFolder } from "../state/paths.ts";
import { buildTool, placeOf } from "./goBuild.ts";
import { goTools, kubernetesCommands } from "./goTools.ts";
import { machinePulumi } from "./machinePulumi.ts";
import { installMoto } from "./moto.ts";
import { requireGo, requirePython } from "./prerequisites.ts";

/** Every program that the environment runs: where each is. */
export interface Toolchain {
  readonly commands: Readonly<Record<string, string>>;
  /** What nodes and pods pretend to do. */
  readonly kwokStages: string;
  /** The Python that has moto. */
  readonly python: string;
}

const pulumiTools = ["pulumi", "language-nodejs"];

/** Makes sure that every tool is there: from the cache, from the machine (Pulumi), else built or installed now. */
export async function ensureToolchain(
  progress: Progress,
  signal: AbortSignal,
  cache: string = cacheFolder(),
): Promise<Toolchain> {
  const places = Object.fromEntries(
    await Promise.all(goTools.map(async (tool) => [tool.name, await placeOf(tool, cache)] as const)),
  );
  const own = await ownPulumi(places);
  const wanted = goTools.filter((tool) => own === undefined || !pulumiTools.includes(tool.name));
  const missing = wanted.filter((tool) => !existsSync(places[tool.name]?.folder ?? ""));
  if (missing.length > 0) {
    // Named at once, not after minutes of building.
    await requireGo();
    await requirePython();
    progress.note(
      `Building ${missing.length} of the local environment's tools from source, once: about 12 minutes on two cores when all are missing.\nThey are kept in ${cache}.`,
    );
  }
  const commands: Record<string, string> =
    own === undefined ? {} : { pulumi: own.pulumi, "pulumi-language-nodejs": own.language };
  for (const tool of wanted) {
    const { folder } = await buildTool(tool, cache, progress, signal);
    for (const command of tool.commands ?? [tool.name]) commands[command] = path.join(folder, command);
  }
  const python = await installMoto(cache, progress, signal);
  return { commands, kwokStages: path.join(places.kwok?.folder ?? "", "stages.yaml"), python };
}

/** The machine's own Pulumi, when ours would have to be built first. */
async function ownPulumi(
  places: Readonly<Record<string, { version: string; folder: string }>>,
): Promise<{ pulumi: string; language: string } | undefined> {
  const pinned = places.pulumi;
  const built = pulumiTools.every((name) => existsSync(places[name]?.folder ?? ""));
  return pinned === undefined || built ? undefined : machinePulumi(pinned.version);
}

/** The commands that people get on their PATH inside the environment. */
export const publicCommands = [
  "pulumi-language-nodejs",
  "helm",
  ...kubernetesCommands.filter((name) => name === "kubectl"),
] as const;
