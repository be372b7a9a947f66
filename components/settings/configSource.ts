/** What the program has to know of its config, and how it speaks to the engine. */
export interface ConfigSource {
  /** Every key of our namespace, without it, as the engine's SDK has them: text, of which objects are JSON. */
  readonly values: Readonly<Record<string, string>>;
  /** The keys that are, or have in them, a secret. */
  readonly secretKeys: ReadonlySet<string>;
  /** The stack file's text: it says which leaf of a key is the secret. Undefined: it could not be found. */
  readonly stackFile: string | undefined;
  /** Marks a value as a secret. */
  readonly secret: (value: unknown) => unknown;
  /** Says something to people, and goes on. */
  readonly warn: (message: string) => void;
  /** An error that people see as its message alone. */
  readonly error: (message: string) => Error;
}
