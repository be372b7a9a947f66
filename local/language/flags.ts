/** What the engine tells a language host when it starts it. */
export interface Flags {
  /** `127.0.0.1:PORT`; absent when somebody starts the host by hand. */
  readonly engine?: string;
  /** Where traces go: `pulumi --tracing URL`. */
  readonly tracing?: string;
}

/**
 * Reads the arguments of the process: flags for tracing and logging, then the engine's address.
 * @see https://github.com/pulumi/pulumi/blob/v3.245.0/sdk/go/common/resource/plugin/plugin.go
 */
export function flagsOf(args: readonly string[]): Flags {
  const address = args.at(-1);
  const flag = args.findIndex((argument) => argument === "--tracing");
  const tracing = flag < 0 ? undefined : args[flag + 1];
  return {
    ...(address !== undefined && /^.+:\d+$/.test(address) && { engine: address }),
    ...(tracing !== undefined && { tracing }),
  };
}
