import path from "node:path";
import { execa } from "execa";
import { z } from "zod";
import type { Step } from "../../../../cli/leftovers/steps.ts";
import type { Project } from "../project.ts";
import { makeReadable } from "./readable.ts";
import { shell } from "./shell.ts";

const releases = z.array(z.object({ name: z.string(), namespace: z.string(), status: z.string() }));
const leftovers = path.resolve(import.meta.dirname, "..", "..", "..", "..", "cli", "leftovers.ts");

/** Runs a command of Pulumi's that has to work, and gives what it said. */
export async function pulumi(project: Project, ...words: string[]): Promise<string> {
  const { exitCode, all } = await project.pulumi(...words);
  if (exitCode !== 0) throw new Error(`pulumi ${words.join(" ")}: ${all}`);
  return all;
}

/** The steps of docs/failure.md after an up that was killed. Tells what they found. */
export async function recover(project: Project): Promise<string> {
  const found = await unlock(project);
  found.push(...(await endReleases()), ...(await takeLeftovers(project)));
  await pulumi(project, "refresh", "--clear-pending-creates", "--yes", "--skip-preview");
  return found.join(", ") || "nothing left over";
}

/** Makes the stack one that can be worked on: that is all after a destroy. Tells what was found. */
export async function unlock(project: Project): Promise<string[]> {
  const found = await makeReadable(project);
  await project.pulumi("cancel", "--yes");
  return found;
}

/** A release that Helm was at work on goes no further by itself. */
async function endReleases(): Promise<string[]> {
  const { stdout } = await execa("helm", ["list", "--all-namespaces", "--pending", "--output", "json"]);
  const stuck = releases.parse(JSON.parse(stdout));
  for (const { name, namespace, status } of stuck) {
    const verb = status === "pending-install" ? "uninstall" : "rollback";
    await execa("helm", [verb, name, "--namespace", namespace, "--wait"]);
  }
  return stuck.map(({ name, status }) => `${name} was ${status}`);
}

/** Does with each thing that was made, and is not in the state, what `npm run -s leftovers` says. */
async function takeLeftovers(project: Project): Promise<string[]> {
  const said = await shell(project, `pulumi stack export | node "${leftovers}" --json`);
  const told: string[] = [];
  for (const { type, name, look, then, does } of JSON.parse(said) as Step[]) {
    const ids = (await shell(project, look)).split(/\s+/).filter((id) => id !== "");
    for (const id of then.includes("ID") ? ids : ids.slice(0, 1)) {
      await shell(project, then.replace(/\bID\b/, id));
      told.push(`${does} of ${type.slice(type.lastIndexOf(":") + 1)} ${name}`);
    }
  }
  return told;
}
