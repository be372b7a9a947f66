// Compares, in one run: preview of this program and of a flat one with the same resources on Pulumi's default
// TypeScript set-up, warm and right after an edit; and tells the process time of the whole graph under mocks.
// The machine's speed drifts, so the two are timed in turn, and the ratio of each pair is what counts.
import path from "node:path";
import { repository } from "../state/paths.ts";
import { inTurn, median, type Pair, time } from "./measure.ts";
import { makePrograms, type Program } from "./programs.ts";

const rounds = Number(process.argv[2] ?? 5);
if (!Number.isInteger(rounds) || rounds < 1) {
  process.stderr.write(
    `Say how often to measure as a whole number of at least 1, not "${process.argv[2] ?? ""}".\n`,
  );
  process.exit(2);
}

const programs = await makePrograms();
try {
  const preview = (program: Program) => () =>
    time("pulumi", ["preview", "--stack", program.stack], program.folder);
  const edited = (program: Program) => async () => {
    await program.edit();
    return time("pulumi", ["preview", "--stack", program.stack], program.folder);
  };
  const { ours, flat } = programs;
  report("preview, warm", "no slower than flat", 1, await inTurn(rounds, preview(ours), preview(flat)));
  report(
    "preview right after an edit",
    "under half of flat",
    0.5,
    await inTurn(rounds, edited(ours), edited(flat)),
  );

  const graph = path.join(repository, "local", "bench", "graph.ts");
  const seconds: number[] = [];
  for (let round = 0; round <= rounds; round += 1) seconds.push(await time("node", [graph], repository));
  const graphSeconds = median(seconds.slice(1));
  print(
    `graph under mocks, whole process: ${graphSeconds.toFixed(2)} s (aim: under 1 s, ${verdict(graphSeconds < 1)})`,
  );
} finally {
  await programs.remove();
}

function report(what: string, aim: string, limit: number, pairs: readonly Pair[]): void {
  const ratio = median(pairs.map(({ ours, flat }) => ours / flat));
  const of = (key: keyof Pair) => `${median(pairs.map((pair) => pair[key])).toFixed(2)} s`;
  print(
    `${what}: this program ${of("ours")}, flat program ${of("flat")}, ratio ${ratio.toFixed(2)} (aim: ${aim}, ${verdict(ratio <= limit)})`,
  );
}

function verdict(met: boolean): string {
  return met ? "met" : "not met in this run";
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
