import { isRunning, readRecords } from "../processes/record.ts";
import { missingProcesses, readDescription } from "../state/description.ts";
import { stateFolder, statePaths } from "../state/paths.ts";
import { stackFileOf } from "../inside/project.ts";
import { table } from "../report/table.ts";
import type { Context } from "./context.ts";

/** Tells what runs, and where. Exit code 1: it does not run, or not all of it. */
export async function status(context: Context): Promise<number> {
  const paths = statePaths(stateFolder());
  const description = await readDescription(paths);
  if (description === undefined) {
    context.print("The local environment does not run. `npm run local` starts it.");
    return 1;
  }
  const missing = await missingProcesses(paths, description);
  const records = (await readRecords(paths.processes)).map((record) => [
    record.name,
    String(record.pid),
    isRunning(record) ? "runs" : "ended",
  ]);
  const { ports } = description;
  context.print(
    [
      `The local environment ${missing.length === 0 ? "runs" : "is not whole"}, since ${description.startedAt}.`,
      "",
      table(["process", "number", "state"], records),
      "",
      table(
        ["what", "where"],
        [
          ["Kubernetes", `https://127.0.0.1:${ports.apiServer ?? 0}`],
          ["AWS stand-in", `http://127.0.0.1:${ports.moto ?? 0}`],
          ["stack file", (await stackFileOf(paths.project)) ?? "none yet"],
          ["kubeconfig", paths.kubeconfig],
          ["logs", paths.logs],
        ],
      ),
    ].join("\n"),
  );
  return missing.length === 0 ? 0 : 1;
}
