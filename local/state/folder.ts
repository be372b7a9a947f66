import { existsSync } from "node:fs";
import { mkdir, readdir, rm, rmdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { Failure } from "../failure.ts";
import { stopProcesses } from "../processes/stop.ts";
import type { StatePaths } from "./paths.ts";

/** Makes the state folder and marks it as ours; refuses a folder with anything of somebody else in it. */
export async function claimFolder(paths: StatePaths): Promise<void> {
  await refuseForeign(paths);
  await mkdir(paths.root, { recursive: true, mode: 0o700 });
  await writeFile(
    paths.marker,
    "Made by the local environment of jupyterhub-efs, and removed by its `down`.\n",
  );
}

/** Ends every process of an environment and removes its folder. Tells how many processes there were. */
export async function removeEnvironment(paths: StatePaths): Promise<number> {
  if (!existsSync(paths.root)) return 0;
  await refuseForeign(paths);
  const stopped = await stopProcesses(paths.processes);
  // A process that was just killed may still have been writing.
  await rm(paths.root, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  return stopped;
}

/** Removes the folder above the state folders when nothing is left in it. */
export async function removeEmptyParent(paths: StatePaths): Promise<void> {
  const parent = path.dirname(paths.root);
  if (path.basename(parent) === "jupyterhub-efs") await rmdir(parent).catch(() => undefined);
}

async function refuseForeign(paths: StatePaths): Promise<void> {
  const entries = await readdir(paths.root).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw new Failure(
      `"${paths.root}" cannot be the local environment's folder: ${(error as Error).message}.`,
    );
  });
  if (entries.length === 0 || existsSync(paths.marker)) return;
  throw new Failure(
    `"${paths.root}" must be a folder of its own for the local environment, but holds other files. ` +
      "Set JUPYTERHUB_EFS_STATE to a folder that is empty or does not exist.",
  );
}
