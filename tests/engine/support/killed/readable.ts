import type { Project } from "../project.ts";
import { shell } from "./shell.ts";

/** The step of docs/failure.md for a stack whose state cannot be read, which an engine can leave that was killed. */
export async function makeReadable(project: Project): Promise<string[]> {
  const { exitCode, all } = await project.pulumi("stack", "export");
  if (exitCode === 0 || !all.includes("failed to load checkpoint: EOF")) return [];
  await shell(project, `find "\${PULUMI_BACKEND_URL#file://}/.pulumi" -name '*.attrs' -empty -delete`);
  return ["the state could not be read"];
}
