import type { Project } from "../project.ts";
import { afterStep } from "./moments.ts";
import { killedAt } from "./run.ts";

/** How a command is killed again and again. */
export interface Kills {
  readonly times: number;
  /** At most so long after a step, in milliseconds. */
  readonly longest: number;
  /** About how many steps the command still has. */
  readonly stepsLeft: () => Promise<number>;
  /** What an operator does after each; tells what was found. */
  readonly after: () => Promise<string>;
  /** Gives the command something new to do, when it ended before it was killed. Absent: that is the end of it. */
  readonly anew?: () => Promise<unknown>;
}

/**
 * Runs a command again and again, and kills it each time, at moments that are spread over what it still has to do.
 * Tells each moment, and gives them all.
 */
export async function killAgain(
  project: Project,
  words: readonly string[],
  { times, longest, stepsLeft, after, anew }: Kills,
  next: () => number,
): Promise<string[]> {
  const moments: string[] = [];
  while (moments.length < times) {
    const reach = Math.max(1, (await stepsLeft()) / (times - moments.length));
    const moment = afterStep(1 + Math.floor(next() * reach), Math.floor(next() * longest));
    const what = next() < 0.7 ? "everything" : "the engine";
    const ending = await killedAt(project, words, moment, what);
    if ("killed" in ending) {
      const told = `${words[0] ?? ""}: ${what}, ${ending.killed}`;
      moments.push(told);
      process.stdout.write(`        ${told}: ${await after()}\n`);
    } else if (ending.exitCode !== 0) {
      throw new Error([...moments, `pulumi ${words.join(" ")}:`, ending.all].join("\n"));
    } else if (anew === undefined) {
      break;
    } else {
      await anew();
    }
  }
  return moments;
}
