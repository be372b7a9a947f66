import { existsSync } from "node:fs";
import path from "node:path";
import { execa } from "execa";

/** A Pulumi that the machine has already, good enough to spare the build. */
export interface MachinePulumi {
  readonly version: string;
  readonly pulumi: string;
}

/** The machine's own Pulumi and its Node.js language host, if both lie side by side on the PATH and not older than the pinned one. */
export async function machinePulumi(
  pinned: string,
  variables: NodeJS.ProcessEnv = process.env,
): Promise<MachinePulumi | undefined> {
  for (const folder of (variables.PATH ?? "").split(path.delimiter)) {
    const pulumi = path.join(folder, "pulumi");
    const language = path.join(folder, "pulumi-language-nodejs");
    if (folder === "" || !existsSync(pulumi) || !existsSync(language)) continue;
    const result = await execa(pulumi, ["version"], {
      reject: false,
      env: { PULUMI_SKIP_UPDATE_CHECK: "true" },
    });
    const version = result.exitCode === 0 ? result.stdout.trim() : "";
    return isAtLeast(version, pinned) ? { version, pulumi } : undefined;
  }
  return undefined;
}

/** Compares released versions such as `v3.245.0`; a development build counts as older. */
export function isAtLeast(version: string, wanted: string): boolean {
  const parse = (text: string): number[] | undefined =>
    /^v(\d+)\.(\d+)\.(\d+)$/.exec(text)?.slice(1).map(Number);
  const [left, right] = [parse(version), parse(wanted)];
  if (left === undefined || right === undefined) return false;
  const difference = left.map((part, index) => part - (right[index] ?? 0)).find((part) => part !== 0);
  return difference === undefined || difference > 0;
}
