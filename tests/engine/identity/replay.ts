import { cp, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { execa } from "execa";
import { parse } from "yaml";
import type { Raw } from "../support/hub.ts";
import { Project } from "../support/project.ts";
import { differences, type Digest } from "./differences.ts";
import { type Names, recallNames } from "./environment.ts";
import { letGo, recall } from "./recall.ts";
import type { Recorded } from "./record.ts";
import { type Deployment, mapTexts, type Value } from "./state.ts";

const checkout = path.resolve(import.meta.dirname, "..", "..", "..");

/** An edit of the program: a text that stands once in one of its files, and what somebody made of it. */
export interface Edit {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** A record's settings as they are here. */
export const settingsHere = (settings: Raw, names: Names): Raw =>
  mapTexts(settings as Value, (text) => recallNames(text, names)) as Raw;

/** What today's program, or an edited one, would change of the stack that a record tells of, under any name. */
export async function replay(
  name: string,
  record: Recorded,
  names: Names,
  edits: readonly Edit[] = [],
): Promise<string[]> {
  const project = await Project.open(name, settingsHere(record.settings, names));
  try {
    await edit(project, edits);
    const state = recall(name, record, names);
    // What is protected is refused, one resource at a time: let go, it shows all.
    await importState(project, letGo(state));
    const digest = await preview(project);
    return differences(state.deployment.resources ?? [], digest);
  } finally {
    await project.pulumi("stack", "rm", "--yes", "--force", name);
    await rm(project.folder, { recursive: true, force: true });
  }
}

/** Gives the project a program of its own. */
async function edit({ folder }: Project, edits: readonly Edit[]): Promise<void> {
  if (edits.length === 0) return;
  // Copies: through a link, Node would find the program itself.
  for (const name of ["index.ts", "components"]) {
    await rm(path.join(folder, name));
    await cp(path.join(checkout, name), path.join(folder, name), { recursive: true });
  }
  for (const { file, from, to } of edits) {
    const place = path.join(folder, "components", file);
    const text = await readFile(place, "utf8");
    if (text.split(from).length !== 2) throw new Error(`"${from}" does not stand once in ${file}`);
    await writeFile(
      place,
      text.replace(from, () => to),
    );
  }
}

/** Secrets in it are encrypted with the stack's own key, which its stack file has. */
export async function importState({ folder, stack, stackFile }: Project, state: Deployment): Promise<void> {
  const { encryptionsalt: salt } = parse(await readFile(stackFile, "utf8")) as { encryptionsalt?: string };
  const secrets_providers = { type: "passphrase", state: { salt } };
  const input = JSON.stringify({ ...state, deployment: { ...state.deployment, secrets_providers } });
  await execa("pulumi", ["stack", "import", "--stack", stack], { cwd: folder, input });
}

export async function exportState({ folder, stack }: Project): Promise<Deployment> {
  const words = ["stack", "export", "--show-secrets", "--stack", stack];
  const { stdout } = await execa("pulumi", words, { cwd: folder });
  return JSON.parse(stdout) as Deployment;
}

/** It fails as well when it has something to say. */
async function preview({ folder, stack }: Project): Promise<Digest> {
  const words = ["preview", "--json", "--show-sames", "--non-interactive", "--stack", stack];
  const { stdout, stderr } = await execa("pulumi", words, { cwd: folder, reject: false });
  try {
    return JSON.parse(stdout) as Digest;
  } catch {
    throw new Error(`pulumi preview said:\n${stdout}\n${stderr}`);
  }
}
