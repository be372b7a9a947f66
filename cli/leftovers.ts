import { text } from "node:stream/consumers";
import { UsageError } from "./arguments.ts";
import { parseExport } from "./leftovers/exported.ts";
import { stepsOf } from "./leftovers/steps.ts";
import { stepsText } from "./leftovers/text.ts";

const usage = `Tells how to find what an update that was killed has left in AWS and in the cluster, and what to do about it.
Runs nothing itself. docs/failure.md says when.

  pulumi stack export | npm run -s leftovers -- [--json]

Exit status: 0, or 2 for what is no state of a stack.`;

/** Runs the command; gives the exit status. */
async function main(argv: readonly string[]): Promise<number> {
  const unknown = argv.find((word) => word !== "--json");
  if (unknown !== undefined || process.stdin.isTTY) {
    console.log(usage);
    return unknown === undefined || unknown === "--help" || unknown === "-h" ? 0 : 2;
  }
  const steps = stepsOf(parseExport(await text(process.stdin)));
  console.log(argv.includes("--json") ? JSON.stringify(steps, undefined, 2) : stepsText(steps));
  return 0;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(`leftovers: ${error.message}\n(--help shows how to use it)`);
  process.exitCode = 2;
}
