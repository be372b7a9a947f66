import path from "node:path";
import type { Progress } from "../progress/progress.ts";
import { repository } from "../state/paths.ts";
import { installPackages } from "./python.ts";

const moto = {
  name: "moto",
  what: "moto, the AWS stand-in",
  requirements: path.join(repository, "local", "moto", "requirements.txt"),
};

/** Installs moto, the AWS stand-in, unless it is in the cache; tells the Python that has it. */
export const installMoto = (cache: string, progress: Progress, signal: AbortSignal): Promise<string> =>
  installPackages(moto, cache, progress, signal);
