import { mkdir } from "node:fs/promises";
import { insideVariables } from "./inside/variables.ts";
import { type ProviderKinds, installProviders } from "./inside/providers.ts";
import { Progress } from "./progress/progress.ts";
import { startUp } from "./startup.ts";
import { type Description, missingProcesses, readDescription } from "./state/description.ts";
import { fingerprint } from "./state/fingerprint.ts";
import { claimFolder, removeEmptyParent, removeEnvironment } from "./state/folder.ts";
import { locked } from "./state/lock.ts";
import { stateFolder, type StatePaths, statePaths } from "./state/paths.ts";
import { ensureToolchain, type Toolchain } from "./toolchain/toolchain.ts";

/** How an environment is to be opened. */
export interface EnvironmentOptions {
  /** Where it keeps its files. @default the checkout's own folder */
  readonly state?: string;
  /** Where progress is told. @default standard error */
  readonly progress?: Progress;
  /** Stops the start; whatever was started is removed again. */
  readonly signal?: AbortSignal;
  /** Takes a running one as it is, also when its tools have changed since it was started. @default false */
  readonly evenIfOutdated?: boolean;
  /** Its tools. @default those of the cache; missing ones are built */
  readonly toolchain?: Toolchain;
}

/** A local environment that is up: an engine, a cluster and a cloud on this machine. */
export interface Environment {
  readonly paths: StatePaths;
  /** All variables for a command inside it. */
  readonly env: Readonly<Record<string, string>>;
  readonly providers: ProviderKinds;
  /** Whether this call started it; false: it was found running. */
  readonly isNew: boolean;
  readonly startedAt: string;
  /** Ends all its processes and removes all its files. */
  stop(): Promise<void>;
}

/** Finds the environment running, or starts it: builds missing tools, then starts all servers. */
export async function startEnvironment(options: EnvironmentOptions = {}): Promise<Environment> {
  const progress = options.progress ?? new Progress(process.stderr);
  const signal = options.signal ?? new AbortController().signal;
  const paths = statePaths(options.state ?? stateFolder());
  const toolchain = options.toolchain ?? (await ensureToolchain(progress, signal));
  const print = await fingerprint(toolchain);
  return locked(lockOf(paths), signal, async () => {
    const found = await findRunning(paths, print, progress, options.evenIfOutdated === true);
    if (found !== undefined) return open(paths, found, false, progress, signal);
    await removeEnvironment(paths);
    try {
      const description = await progress.step("starting Kubernetes and the AWS stand-in", async () => {
        await claimFolder(paths);
        return startUp(paths, toolchain, print, signal);
      });
      return await open(paths, description, true, progress, signal);
    } catch (error) {
      await removeEnvironment(paths);
      throw error;
    }
  });
}

/** Removes an environment, running or not. Tells how many processes it had. */
export async function stopEnvironment(paths: StatePaths): Promise<number> {
  const stopped = await locked(lockOf(paths), new AbortController().signal, () => removeEnvironment(paths));
  await removeEmptyParent(paths);
  return stopped;
}

function lockOf(paths: StatePaths): string {
  return `${paths.root}.lock`;
}

async function findRunning(
  paths: StatePaths,
  print: string,
  progress: Progress,
  evenIfOutdated: boolean,
): Promise<Description | undefined> {
  const description = await readDescription(paths);
  if (description === undefined) return undefined;
  const missing = await missingProcesses(paths, description);
  if (missing.length > 0) {
    progress.note(
      `The environment is no longer whole (${missing.join(", ")} ended): starting anew, with empty stacks.`,
    );
    return undefined;
  }
  if (description.fingerprint !== print && !evenIfOutdated) {
    progress.note(
      "The environment's tools have changed since it was started: starting anew, with empty stacks.",
    );
    return undefined;
  }
  return description;
}

async function open(
  paths: StatePaths,
  description: Description,
  isNew: boolean,
  progress: Progress,
  signal: AbortSignal,
): Promise<Environment> {
  await mkdir(paths.backend, { recursive: true });
  const env = insideVariables(paths, description.ports.moto ?? 0);
  const providers = await installProviders(paths, env, progress, signal);
  return {
    paths,
    env,
    providers,
    isNew,
    startedAt: description.startedAt,
    stop: async () => {
      await stopEnvironment(paths);
    },
  };
}
