import { bench } from "./commands/bench.ts";
import type { Context } from "./commands/context.ts";
import { down } from "./commands/down.ts";
import { exec } from "./commands/exec.ts";
import { preview } from "./commands/preview.ts";
import { type Request, readRequest } from "./commands/request.ts";
import { status } from "./commands/status.ts";
import { test } from "./commands/test.ts";
import { up } from "./commands/up.ts";
import { usage } from "./commands/usage.ts";
import { Failure } from "./failure.ts";
import { Interrupted, interruptible } from "./interruption.ts";
import { Progress } from "./progress/progress.ts";

/** The command line of the local environment: `npm run local -- COMMAND`. */
async function perform(request: Request, context: Context): Promise<number> {
  switch (request.command) {
    case "up":
      return up(context, request.config);
    case "preview":
      return preview(context, request.config);
    case "exec":
      return exec(context, request.words);
    case "test":
      return test(context, request.words);
    case "bench":
      return bench(context, request.words);
    case "down":
      return down(context, request.toolchain);
    case "status":
      return status(context);
    case "help":
      context.print(usage);
      return 0;
  }
}

async function main(): Promise<number> {
  const progress = new Progress(process.stderr);
  const print = (text: string): void => {
    process.stdout.write(`${text}\n`);
  };
  const cwd = process.env.INIT_CWD ?? process.cwd();
  try {
    const request = readRequest(process.argv.slice(2));
    return await interruptible((signal) => perform(request, { progress, signal, print, cwd }));
  } catch (error) {
    if (error instanceof Interrupted) {
      progress.note(`Stopped (${error.signal}).`);
      return error.exitCode;
    }
    if (!(error instanceof Failure)) throw error;
    progress.note(`error: ${error.message}`);
    return error.exitCode;
  }
}

process.exitCode = await main();
