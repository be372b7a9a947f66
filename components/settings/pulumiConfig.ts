import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import type { ConfigSource } from "./configSource.ts";
import { NAMESPACE } from "./stackFile/stackFile.ts";

/** The config of the stack that is running. The one file of the settings that knows Pulumi at run time. */
export function pulumiConfig(): ConfigSource {
  const config = pulumi.runtime.allConfig();
  const own = Object.entries(config).filter(([key]) => key.startsWith(`${NAMESPACE}:`));
  const values = Object.fromEntries(own.map(([key, value]) => [key.slice(NAMESPACE.length + 1), value]));
  return {
    values,
    secretKeys: new Set(Object.keys(values).filter((key) => isSecret(`${NAMESPACE}:${key}`))),
    stackFile: stackFile(),
    secret: (value) => pulumi.secret(value),
    warn: (message) => void pulumi.log.warn(message),
    error: (message) => new pulumi.RunError(message),
  };
}

/** The SDK has the answer, but not in its declarations. Without it a key counts as secret. */
function isSecret(key: string): boolean {
  const { isConfigSecret } = pulumi.runtime as { isConfigSecret?: (key: string) => boolean };
  return isConfigSecret?.(key) ?? true;
}

/**
 * The engine tells the project's folder only since lately, but has always started programs in it. Undefined: another
 * place was given with --config-file, or the program runs inside another one.
 */
function stackFile(): string | undefined {
  const folders = [pulumi.getRootDirectory(), process.cwd()];
  const file = folders
    .map((folder) => join(folder, `Pulumi.${pulumi.getStack()}.yaml`))
    .find((path) => existsSync(path));
  return file === undefined ? undefined : readFileSync(file, "utf8");
}
