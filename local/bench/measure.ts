import { execa } from "execa";

/** One measurement of each, taken one right after the other. Seconds. */
export interface Pair {
  readonly ours: number;
  readonly flat: number;
}

/** How long a command takes, from start to end. Seconds. One that fails is no measurement. */
export async function time(command: string, args: readonly string[], cwd: string): Promise<number> {
  const start = performance.now();
  await execa(command, args, { cwd, stdin: "ignore" });
  return (performance.now() - start) / 1000;
}

/** Measures both in turn, after a round that does not count. */
export async function inTurn(
  rounds: number,
  ours: () => Promise<number>,
  flat: () => Promise<number>,
): Promise<Pair[]> {
  const pairs: Pair[] = [];
  for (let round = 0; round <= rounds; round += 1) pairs.push({ ours: await ours(), flat: await flat() });
  return pairs.slice(1);
}

/** The middle one; of an even number the mean of the two in the middle. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  const middle = sorted.length / 2;
  const [low = Number.NaN, high = Number.NaN] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return (low + high) / 2;
}
