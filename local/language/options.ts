import { words } from "./words.ts";

/** A project's `runtime.options`, as far as a program's start depends on them. */
export interface RuntimeOptions {
  /** Whether Pulumi's own ts-node compiles the program. */
  readonly typescript: boolean;
  readonly tsconfig?: string;
  /** Arguments for Node itself. */
  readonly nodeargs: readonly string[];
}

/**
 * Reads `runtime.options` of Pulumi.yaml, all faults at once; options for other purposes, such as `packagemanager`, are let be.
 * @see https://www.pulumi.com/docs/iac/concepts/projects/project-file/#runtime-options
 */
export function runtimeOptions(options: Readonly<Record<string, unknown>>): RuntimeOptions {
  const { typescript = true, tsconfig, nodeargs = "" } = options;
  const faults: string[] = [];
  const fault = (name: string, rule: string, got: unknown): void => {
    faults.push(`"runtime.options.${name}" ${rule}, got ${JSON.stringify(got)}. Correct it in Pulumi.yaml.`);
  };
  if (typeof typescript !== "boolean") fault("typescript", "must be true or false", typescript);
  if (tsconfig !== undefined && typeof tsconfig !== "string")
    fault("tsconfig", "must be the path of a file", tsconfig);
  let node: string[] = [];
  try {
    if (typeof nodeargs === "string") node = words(nodeargs);
    else fault("nodeargs", "must be a line of arguments", nodeargs);
  } catch (error) {
    fault("nodeargs", `has ${(error as Error).message}`, nodeargs);
  }
  if (faults.length > 0) throw new Error(faults.join("\n"));
  return {
    typescript: typescript === true,
    nodeargs: node,
    ...(typeof tsconfig === "string" && tsconfig !== "" && { tsconfig }),
  };
}
