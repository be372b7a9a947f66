import { execFile } from "node:child_process";
import { access, constants, realpath } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";

/** The Node that runs programs. */
export interface NodeFound {
  readonly executable: string;
  readonly version: string;
}

/** The first `node` on the PATH: the one that programs are started with. */
export async function programNode(variables: NodeJS.ProcessEnv = process.env): Promise<NodeFound> {
  for (const folder of (variables.PATH ?? "").split(path.delimiter)) {
    const executable = path.join(folder, "node");
    if (folder === "" || !(await isExecutable(executable))) continue;
    // Mostly it is the one that runs this: no need to ask it.
    if ((await realpath(executable)) === process.execPath) return { executable, version: process.version };
    const { stdout } = await promisify(execFile)(executable, ["--version"]);
    return { executable, version: stdout.trim() };
  }
  throw new Error("no node is on the PATH: programs cannot be started.");
}

const isExecutable = (file: string): Promise<boolean> =>
  access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
