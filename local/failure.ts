/** Something that a person can put right: told by its message alone, never with a stack trace. */
export class Failure extends Error {
  override readonly name = "Failure";
  /** The process's exit code. */
  readonly exitCode: number;

  constructor(message: string, options: { exitCode?: number; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? {} : { cause: options.cause });
    this.exitCode = options.exitCode ?? 1;
  }
}
