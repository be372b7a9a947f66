import { constants } from "node:os";

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** The reason of an abort that a signal caused: Ctrl-C, a kill, or the terminal's end. */
export class Interrupted extends Error {
  override readonly name = "Interrupted";
  readonly signal: NodeJS.Signals;

  constructor(signal: NodeJS.Signals) {
    super(`stopped by ${signal}`);
    this.signal = signal;
  }

  /** What a shell reports for a program that this signal ended. */
  get exitCode(): number {
    return 128 + constants.signals[this.signal];
  }
}

/**
 * Runs something that the first signal aborts. Later signals change nothing: a terminal and npm both pass Ctrl-C on, so
 * that one press arrives twice, and cleaning up has to come to its end.
 */
export async function interruptible<T>(run: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const abort = (signal: NodeJS.Signals): void => {
    controller.abort(new Interrupted(signal));
  };
  // A closed terminal makes writes fail; that must not stop the cleaning up.
  const ignore = (): void => undefined;
  for (const signal of signals) process.on(signal, abort);
  for (const stream of [process.stdout, process.stderr]) stream.on("error", ignore);
  try {
    return await run(controller.signal);
  } catch (error) {
    throw controller.signal.aborted ? controller.signal.reason : error;
  } finally {
    for (const signal of signals) process.off(signal, abort);
  }
}
