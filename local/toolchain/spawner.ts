import path from "node:path";
import type { Progress } from "../progress/progress.ts";
import { repository } from "../state/paths.ts";
import { installPackages } from "./python.ts";

const spawner = {
  name: "kubespawner",
  what: "KubeSpawner, which makes users' servers",
  requirements: path.join(repository, "local", "spawner", "requirements.txt"),
};

/**
 * Installs JupyterHub and KubeSpawner, unless they are in the cache; tells the Python that has them. No part of the local
 * environment: only tests ask for it.
 */
export const installSpawner = (cache: string, progress: Progress, signal: AbortSignal): Promise<string> =>
  installPackages(spawner, cache, progress, signal);
