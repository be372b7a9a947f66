import { readFileSync } from "node:fs";
import { styleText } from "node:util";
import { formatFaults } from "../components/settings/formatFaults.ts";
import { parseStackFile, StackFileError } from "../components/settings/stackFile/stackFile.ts";
import { parseArguments, type PlanArguments, usage, UsageError } from "./arguments.ts";
import { planJson } from "./planJson.ts";
import { planOf } from "./planOf.ts";
import { planText } from "./planText.ts";
import { parseSurroundings } from "./surroundingsFile.ts";
import type { Paint } from "./table.ts";

const exit = { plan: 0, faults: 1, usage: 2 } as const;

/** Colour, where standard output is a terminal that wants it. */
const paint: Paint = {
  title: (text) => styleText("bold", text, { stream: process.stdout }),
  reason: (text) => styleText("dim", text, { stream: process.stdout }),
  warning: (text) => styleText("yellow", text, { stream: process.stdout }),
};

/** Runs the command; gives the exit status. */
function main(argv: readonly string[]): number {
  const asked = parseArguments(argv);
  if (asked === undefined) {
    console.log(usage);
    return exit.plan;
  }
  const { json } = asked;
  const surroundings = surroundingsOf(asked);
  const planned = planOf(read(asked.stackFile, "as a stack file", parseStackFile), surroundings);
  if ("faults" in planned) {
    if (json) console.log(JSON.stringify(planned, undefined, 2));
    else console.error(formatFaults(planned.faults));
    return exit.faults;
  }
  const { plan } = planned;
  console.log(json ? planJson(plan) : planText(planned, paint));
  return exit.plan;
}

const surroundingsOf = ({ surroundings }: PlanArguments) =>
  surroundings === undefined ? undefined : read(surroundings, "as surroundings", parseSurroundings);

/** Reads a file, or says of which file it could not make sense. */
function read<T>(path: string, as: string, parse: (text: string) => T): T {
  try {
    return parse(readFileSync(path, "utf8"));
  } catch (error) {
    if (error instanceof StackFileError || error instanceof UsageError) {
      throw new UsageError(`"${path}" cannot be read ${as}: ${error.message}`);
    }
    throw new UsageError(`"${path}" cannot be read: ${systemReason(error)}`);
  }
}

function systemReason(error: unknown): string {
  const { code } = error as { code?: string };
  const known: Readonly<Record<string, string>> = {
    ENOENT: "there is no such file",
    EACCES: "permission denied",
    EISDIR: "it is a directory",
  };
  return known[code ?? ""] ?? (error instanceof Error ? error.message : String(error));
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(`plan: ${error.message}\n(--help shows how to use it)`);
  process.exitCode = exit.usage;
}
