import { startEnvironment } from "../environment.ts";
import { standardStackFile } from "../inside/project.ts";
import { run } from "../inside/run.ts";
import { prepareStack } from "../inside/stack.ts";
import { report } from "../report/report.ts";
import { repository } from "../state/paths.ts";
import { type Context, given } from "./context.ts";

/** Deploys a stack file for real, by `pulumi up`, and tells what was made. */
export async function up(context: Context, config: string | undefined): Promise<number> {
  const { progress, signal, print } = context;
  const environment = await startEnvironment({ progress, signal });
  try {
    await prepareStack(environment, config === undefined ? standardStackFile : given(context, config));
    progress.note(`Deploying ${config ?? "Pulumi.local.yaml"} by \`pulumi up\`:\n`);
    const exitCode = await run("pulumi", ["up", "--yes", "--skip-preview", "--suppress-outputs"], {
      env: environment.env,
      cwd: repository,
      signal,
      toStderr: true,
    });
    signal.throwIfAborted();
    if (exitCode === 0) print(await report(environment));
    else
      progress.note(
        "\nThe deployment failed. The environment still runs: mend the stack file or the program and run this again,\nlook around by `npm run -s local -- exec kubectl get events -A`, or end it by `npm run local -- down`.",
      );
    return exitCode;
  } catch (error) {
    if (signal.aborted && environment.isNew) {
      progress.note("\nStopping: removing the environment that this run started.");
      await environment.stop();
    } else if (signal.aborted) {
      progress.note(
        "\nStopped. The environment was there before and still runs; `npm run local -- down` ends it.",
      );
    }
    throw error;
  }
}
