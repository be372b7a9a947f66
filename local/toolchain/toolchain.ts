import { existsSync } from "node:fs";
import path from "node:path";
import type { Progress } from "../progress/progress.ts";
import { cacheFolder } from "../state/paths.ts";
import { joinEngine } from "./engine.ts";
import { buildTool, type InstalledTool, placeOf } from "./goBuild.ts";
import { type GoTool, goTools } from "./goTools.ts";
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

/** The engine: a machine's own Pulumi, with its own language host, can stand in for the build. */
const engine = "pulumi";

/** Makes sure that every tool is there: from the cache, from the machine (Pulumi), else built or installed now. */
export async function ensureToolchain(
  progress: Progress,
  signal: AbortSignal,
  cache: string = cacheFolder(),
): Promise<Toolchain> {
  const places = new Map<string, InstalledTool>();
  for (const tool of goTools) places.set(tool.name, await placeOf(tool, cache));
  const place = (name: string): InstalledTool => {
    const found = places.get(name);
    if (found === undefined) throw new Error(`no tool is called ${name}`);
    return found;
  };
  const isMissing = ({ name }: { name: string }): boolean => !existsSync(place(name).folder);

  const own = isMissing({ name: engine }) ? await machinePulumi(place(engine).version) : undefined;
  const wanted = goTools.filter(({ name }) => own === undefined || name !== engine);
  const missing = wanted.filter(isMissing);
  if (missing.length > 0) {
    // A missing prerequisite is named at once, not after minutes of building.
    await requireGo();
    await requirePython();
    progress.note(announcement(missing, wanted, cache));
  }
  const commands: Record<string, string> = {};
  for (const tool of wanted) {
    const { folder } = await buildTool(tool, cache, progress, signal);
    for (const command of tool.commands ?? [tool.name]) commands[command] = path.join(folder, command);
  }
  commands.pulumi = own?.pulumi ?? (await joinEngine(place(engine), signal));
  const python = await installMoto(cache, progress, signal);
  return { commands, kwokStages: path.join(place("kwok").folder, "stages.yaml"), python };
}

function announcement(missing: readonly GoTool[], wanted: readonly GoTool[], cache: string): string {
  const which =
    missing.length === wanted.length
      ? "the local environment's tools"
      : missing.map(({ name }) => name).join(", ");
  const time = missing.length === wanted.length ? " That takes about 11 minutes on two cores." : "";
  return `Building ${which} from source, once.${time}\nThey are kept in ${cache}.`;
}
