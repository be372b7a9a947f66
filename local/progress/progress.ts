import { duration } from "./duration.ts";

/** Where progress is told: standard error, so that standard output stays clean for results. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** Without a terminal, a long step says that often that it is still at work. */
const reminderEvery = 60_000;

/** Tells one step after the other with the time that each took: live on a terminal, as plain lines elsewhere. */
export class Progress {
  readonly #stream: ProgressStream;
  readonly #now: () => number;

  constructor(stream: ProgressStream, now: () => number = () => performance.now()) {
    this.#stream = stream;
    this.#now = now;
  }

  /** Runs a step, telling its title and time. A step that fails says so and passes the error on. */
  async step<T>(title: string, run: () => Promise<T>): Promise<T> {
    const begin = this.#now();
    const elapsed = () => duration(this.#now() - begin);
    const live = this.#stream.isTTY === true;
    const working = (): void => {
      this.#stream.write(
        live ? `\r\u001B[2K  ${title} … ${elapsed()}` : `  ${title} … still at work after ${elapsed()}\n`,
      );
    };
    this.#stream.write(live ? `  ${title} …` : `  ${title} …\n`);
    const timer = setInterval(working, live ? 500 : reminderEvery);
    const end = (outcome: string): void => {
      clearInterval(timer);
      this.#stream.write(`${live ? "\r\u001B[2K" : ""}  ${title}: ${outcome} ${elapsed()}\n`);
    };
    try {
      const result = await run();
      end("done in");
      return result;
    } catch (error) {
      end("stopped after");
      throw error;
    }
  }

  /** One line that is no step. */
  note(text: string): void {
    this.#stream.write(`${text}\n`);
  }
}
