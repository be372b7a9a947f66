import { Project } from "../support/project.ts";
import type { Names } from "./environment.ts";
import { forget } from "./forget.ts";
import { letGo } from "./recall.ts";
import { writeRecord } from "./record.ts";
import { exportState, importState, settingsHere } from "./replay.ts";
import type { Raw } from "../support/hub.ts";

/** Deploys a stack by today's program, writes what it has, and removes it. */
export async function write(name: string, settings: Raw, names: Names): Promise<void> {
  const project = await Project.open(name, settingsHere(settings, names));
  try {
    const { exitCode, all } = await project.pulumi("up", "--yes", "--skip-preview");
    if (exitCode !== 0) throw new Error(all);
    await writeRecord(name, forget(settings, await exportState(project), names));
  } finally {
    await importState(project, letGo(await exportState(project)));
    await project.remove();
  }
}
