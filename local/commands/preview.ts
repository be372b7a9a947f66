import { startEnvironment } from "../environment.ts";
import { standardStackFile } from "../inside/project.ts";
import { run } from "../inside/run.ts";
import { prepareStack } from "../inside/stack.ts";
import { repository } from "../state/paths.ts";
import { type Context, given } from "./context.ts";

/** Shows what `up` would change. */
export async function preview(context: Context, config: string | undefined): Promise<number> {
  const { progress, signal } = context;
  const environment = await startEnvironment({ progress, signal, evenIfOutdated: true });
  await prepareStack(environment, config === undefined ? standardStackFile : given(context, config));
  return run("pulumi", ["preview"], { env: environment.env, cwd: repository, signal });
}
