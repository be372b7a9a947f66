/** One thing that is wrong with a setting. */
export interface Fault {
  /** Dotted, without the namespace; lists as `[0]`: `hub.values.singleuser.uid`. */
  readonly path: string;
  /** What must hold, as a sentence part: "must be a whole number of at least 1". */
  readonly rule: string;
  /** The value as a person would write it; never a secret's. */
  readonly got: string;
  /** What to do. */
  readonly fix: string;
}
