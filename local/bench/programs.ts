import { appendFile, cp, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { execa } from "execa";
import { region } from "../cluster/nodes.ts";
import { standardStackFile } from "../inside/project.ts";
import { repository } from "../state/paths.ts";

/** A program that can be previewed and edited, in a copy of its own. */
export interface Program {
  readonly folder: string;
  readonly stack: string;
  /** Changes its source, in a way that changes nothing of what it makes. */
  edit(): Promise<void>;
}

export interface Programs {
  readonly ours: Program;
  readonly flat: Program;
  /** Removes the copies. */
  remove(): Promise<void>;
}

const charts = path.join(repository, "local", "charts");

/** Copies both programs, so that an edit touches no file of the checkout, and makes a stack of each. */
export async function makePrograms(): Promise<Programs> {
  const root = await mkdtemp(path.join(tmpdir(), "jupyterhub-efs-bench-"));
  await symlink(path.join(repository, "node_modules"), path.join(root, "node_modules"));
  const ours = await makeOurs(path.join(root, "ours"));
  const flat = await makeFlat(path.join(root, "flat"));
  return { ours, flat, remove: () => rm(root, { recursive: true, force: true }) };
}

async function makeOurs(folder: string): Promise<Program> {
  for (const name of ["index.ts", "components", "package.json", "tsconfig.json", "Pulumi.yaml"]) {
    await cp(path.join(repository, name), path.join(folder, name), { recursive: true });
  }
  await symlink(path.join(repository, "local"), path.join(folder, "local"));
  await cp(standardStackFile, path.join(folder, "Pulumi.bench.yaml"));
  await initialise(folder);
  return programIn(folder);
}

async function makeFlat(folder: string): Promise<Program> {
  await cp(path.join(repository, "local", "bench", "flat"), folder, { recursive: true });
  await writeFile(
    path.join(folder, "Pulumi.bench.yaml"),
    `config:\n  aws:region: ${region}\n  flat:charts: ${charts}\n`,
  );
  await initialise(folder);
  return programIn(folder);
}

const initialise = (folder: string) => execa("pulumi", ["stack", "init", "bench"], { cwd: folder });

const programIn = (folder: string): Program => ({
  folder,
  stack: "bench",
  edit: () => appendFile(path.join(folder, "index.ts"), `// Edited at ${Date.now()}.\n`),
});
