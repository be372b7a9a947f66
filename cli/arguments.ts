import { parseArgs } from "node:util";

export const usage = `Shows the plan of a stack file: no engine, no cloud, no network.

  npm run -s plan -- <stack file> [--json] [--surroundings <file.json>]

  <stack file>     Pulumi.<stack>.yaml
  --json           the plan as JSON, on standard output
  --surroundings   what was looked up in the account; without it, zones are not known yet

Exit status: 0 a plan, 1 faults in the settings, 2 a wrong command line or a file that cannot be read.`;

/** A command line, or a file on it, that cannot be used. Its message is for people. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

export interface PlanArguments {
  readonly stackFile: string;
  readonly json: boolean;
  readonly surroundings?: string;
}

/** What is asked for; undefined: help. */
export function parseArguments(argv: readonly string[]): PlanArguments | undefined {
  const { values, positionals } = parse(argv);
  if (values.help === true) return undefined;
  const [stackFile, ...more] = positionals;
  if (stackFile === undefined) throw new UsageError("give the stack file to plan, like Pulumi.dev.yaml");
  if (more.length > 0)
    throw new UsageError(`give one stack file, not ${positionals.length}: ${positionals.join(" ")}`);
  const { json = false, surroundings } = values;
  return { stackFile, json, ...(surroundings !== undefined && { surroundings }) };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        json: { type: "boolean" },
        surroundings: { type: "string" },
        help: { type: "boolean", short: "h" },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
