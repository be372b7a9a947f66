import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { execa } from "execa";
import type { Environment } from "../environment.ts";
import { Failure } from "../failure.ts";
import { repository } from "../state/paths.ts";
import { removeCutDescriptions } from "./cutDescriptions.ts";
import { renewProject, writeProject } from "./project.ts";
import { removeStaleLocks } from "./staleLocks.ts";
import { stackName } from "./variables.ts";

/** The project's name, as Pulumi.yaml has it: stacks are kept under it. */
const projectName = "jupyterhub-efs";

/** Makes the environment's project folder follow this stack file, or its last one, and makes its stack if there is none. */
export async function prepareStack(environment: Environment, stackFile?: string): Promise<void> {
  const { paths, env } = environment;
  await (stackFile === undefined ? renewProject(paths.project) : writeProject(paths.project, stackFile));
  await removeStaleLocks(paths.backend);
  await removeCutDescriptions(paths.backend);
  if (existsSync(path.join(paths.backend, ".pulumi", "stacks", projectName, `${stackName}.json`))) return;
  await mkdir(paths.backend, { recursive: true });
  const result = await execa("pulumi", ["stack", "init", stackName, "--non-interactive"], {
    env,
    extendEnv: false,
    cwd: repository,
    reject: false,
  });
  if (result.exitCode !== 0)
    throw new Failure(`Pulumi could not make the stack "${stackName}": ${result.stderr}`);
}
