import { mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { execa } from "execa";
import { stringify } from "yaml";
import type { Raw } from "./hub.ts";

const repository = path.resolve(import.meta.dirname, "..", "..", "..");

/** What a person sees of a command. */
interface Seen {
  readonly exitCode: number | undefined;
  readonly all: string;
}

/** A folder with the program and a stack file in it, as somebody has who runs `pulumi` by hand. */
export class Project {
  readonly folder: string;
  readonly stack: string;

  private constructor(folder: string, stack: string) {
    this.folder = folder;
    this.stack = stack;
  }

  static async open(stack: string, settings: Raw): Promise<Project> {
    const folder = await mkdtemp(path.join(tmpdir(), "jupyterhub-efs-test-"));
    for (const name of [
      "Pulumi.yaml",
      "index.ts",
      "components",
      "package.json",
      "tsconfig.json",
      "node_modules",
    ]) {
      await symlink(path.join(repository, name), path.join(folder, name));
    }
    const project = new Project(folder, stack);
    await project.say(settings);
    await project.pulumi("stack", "init", stack);
    return project;
  }

  get stackFile(): string {
    return path.join(this.folder, `Pulumi.${this.stack}.yaml`);
  }

  /** Prints the plan of the stack file. */
  plan(...words: string[]): Promise<Seen> {
    return this.run("node", [path.join(repository, "cli", "plan.ts"), this.stackFile, ...words]);
  }

  /** Writes the stack file anew. */
  async say(settings: Raw): Promise<void> {
    const own = Object.entries(settings).map(([key, value]): [string, unknown] => [
      `jupyterhub-efs:${key}`,
      value,
    ]);
    const config = Object.fromEntries<unknown>([
      ["aws:region", process.env.AWS_REGION ?? "us-east-1"],
      ...own,
    ]);
    await writeFile(this.stackFile, stringify({ config }));
  }

  pulumi(...words: string[]): Promise<Seen> {
    return this.run("pulumi", [...words, "--non-interactive"]);
  }

  /** Runs a command, and gives what a person would see; a failure is an answer too. */
  private async run(command: string, words: readonly string[]): Promise<Seen> {
    const { exitCode, all } = await execa(command, words, {
      cwd: this.folder,
      env: { PULUMI_STACK: this.stack },
      all: true,
      reject: false,
      stdin: "ignore",
    });
    return { exitCode, all };
  }

  async remove(): Promise<void> {
    await this.pulumi("destroy", "--yes", "--skip-preview");
    await this.pulumi("stack", "rm", "--yes", this.stack);
    await rm(this.folder, { recursive: true, force: true });
  }
}
