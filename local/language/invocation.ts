import type { Flags } from "./flags.ts";
import type { RuntimeOptions } from "./options.ts";
import type { RunRequest } from "./protocol.ts";

/** How the SDK's runner is started for one program. */
export interface Invocation {
  readonly args: readonly string[];
  /** What comes on top of the host's own variables. */
  readonly env: Readonly<Record<string, string>>;
}

/**
 * Puts the start of a program together. The runner talks to the engine's resource monitor itself.
 * @param runner the file of `@pulumi/pulumi/cmd/run`
 */
export function invocation(
  request: RunRequest,
  runner: string,
  flags: Flags,
  options: RuntimeOptions,
): Invocation {
  const info = request.getInfo();
  const told: Readonly<Record<string, string | undefined>> = {
    monitor: request.getMonitorAddress(),
    engine: flags.engine,
    organization: request.getOrganization(),
    project: request.getProject(),
    "root-directory": info?.getRootDirectory(),
    stack: request.getStack(),
    pwd: request.getPwd(),
    "query-mode": String(request.getQuerymode()),
    parallel: String(request.getParallel()),
    tracing: flags.tracing,
  };
  const flagsOfRunner = Object.entries(told)
    .filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== "")
    .map(([name, value]) => `--${name}=${value}`);
  // "." lets the runner look for the entry point that package.json names.
  const program = info?.getEntryPoint() ?? "";
  return {
    args: [
      ...options.nodeargs,
      runner,
      ...flagsOfRunner,
      ...(request.getDryrun() ? ["--dry-run"] : []),
      program === "" ? "." : program,
      ...request.getArgsList(),
    ],
    env: {
      PULUMI_CONFIG: JSON.stringify(configuration(request)),
      PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(request.getConfigsecretkeysList()),
      ...(options.typescript && { PULUMI_NODEJS_TYPESCRIPT: "true" }),
      ...(options.tsconfig !== undefined && { PULUMI_NODEJS_TSCONFIG_PATH: options.tsconfig }),
    },
  };
}

/** The configuration under the names that SDKs of every age know: `aws:config:region`. */
function configuration(request: RunRequest): Record<string, string> {
  const entries = [...request.getConfigMap().entries()] as [string, string][];
  return Object.fromEntries(
    entries.map(([key, value]) => [key.replace(/^([^:]+):(?:config:)?/, "$1:config:"), value]),
  );
}
