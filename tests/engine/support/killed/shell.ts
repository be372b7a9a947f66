import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { execa } from "execa";
import { Progress } from "../../../../local/progress/progress.ts";
import { cacheFolder } from "../../../../local/state/paths.ts";
import { installMoto } from "../../../../local/toolchain/moto.ts";
import type { Project } from "../project.ts";

/** Runs a line in a project's folder, as somebody does who copied it; it has to work. Gives what it printed. */
export async function shell(project: Project, line: string): Promise<string> {
  const { PATH = "" } = process.env;
  const { stdout } = await execa("sh", ["-e", "-c", line], {
    cwd: project.folder,
    env: {
      PULUMI_STACK: project.stack,
      PATH: [await withAws(project), PATH].join(path.delimiter),
      PATH_OF_TOKENS: PATH,
    },
    stdin: "ignore",
  });
  return stdout;
}

/**
 * A folder with the command `aws` in it: the Python that has moto has the library that the real one is made of. The
 * environment's own command knows how to get tokens, and nothing else.
 */
async function withAws({ folder }: Project): Promise<string> {
  const commands = path.join(folder, "commands");
  const python = await installMoto(cacheFolder(), new Progress(process.stderr), new AbortController().signal);
  const program = path.join(import.meta.dirname, "aws.py");
  const script = `#!/bin/sh
case " $* " in *" get-token "*) PATH=$PATH_OF_TOKENS exec aws "$@" ;; esac
exec "${python}" "${program}" "$@"
`;
  await mkdir(commands, { recursive: true });
  await writeFile(path.join(commands, "aws"), script, { mode: 0o755 });
  return commands;
}
