import path from "node:path";
import type { Progress } from "../progress/progress.ts";

/** What every command is given. */
export interface Context {
  readonly progress: Progress;
  readonly signal: AbortSignal;
  /** Prints a result. */
  readonly print: (text: string) => void;
  /** The folder that the person is in: npm starts scripts in the checkout, whatever that is. */
  readonly cwd: string;
}

/** A path that the person gave, from where the person is. */
export function given(context: Context, file: string): string {
  return path.resolve(context.cwd, file);
}
