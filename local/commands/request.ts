import { parseArgs, type ParseArgsOptionsConfig } from "node:util";
import { closest, distance } from "fastest-levenshtein";
import { Failure } from "../failure.ts";
import { usage } from "./usage.ts";

/** What a command line asks for. */
export type Request =
  | { readonly command: "up" | "preview"; readonly config?: string }
  | { readonly command: "exec"; readonly words: readonly [string, ...string[]] }
  | { readonly command: "test" | "bench"; readonly words: readonly string[] }
  | { readonly command: "down"; readonly toolchain: boolean }
  | { readonly command: "status" | "help" };

const commands = ["up", "preview", "exec", "status", "test", "bench", "down", "help"] as const;
type Command = (typeof commands)[number];

/** Reads a command line; anything that it does not know is an error that shows the usage. */
export function readRequest(words: readonly string[]): Request {
  const [first = "up", ...rest] = words;
  if (first === "--help" || first === "-h") return { command: "help" };
  // `npm run local -- --config FILE` can only mean up.
  if (first.startsWith("-")) return readRequest(["up", ...words]);
  if (!isCommand(first)) throw misuse(unknown(first));
  switch (first) {
    case "up":
    case "preview": {
      const { config } = options(first, rest, { config: { type: "string" } });
      if (config === "") throw misuse(`"--config" needs the path of a stack file.`);
      return typeof config === "string" ? { command: first, config } : { command: first };
    }
    case "exec": {
      const [command, ...args] = rest[0] === "--" ? rest.slice(1) : rest;
      if (command === undefined)
        throw misuse(`"exec" needs a command to run, such as: exec kubectl get pods -A`);
      return { command: first, words: [command, ...args] };
    }
    case "test":
    case "bench":
      return { command: first, words: rest };
    case "down":
      return {
        command: first,
        toolchain: options(first, rest, { toolchain: { type: "boolean" } }).toolchain === true,
      };
    case "status":
    case "help":
      options(first, rest, {});
      return { command: first };
  }
}

function unknown(word: string): string {
  const nearest = closest(word, [...commands]);
  return `"${word}" is no command.${distance(word, nearest) <= 2 ? ` Did you mean "${nearest}"?` : ""}`;
}

function isCommand(word: string): word is Command {
  return commands.some((command) => command === word);
}

function options(command: Command, args: string[], known: ParseArgsOptionsConfig): Record<string, unknown> {
  try {
    return parseArgs({ args, options: known, strict: true, allowPositionals: false }).values;
  } catch (error) {
    const [reason] = (error as Error).message.split(". ");
    throw misuse(`"${command}" does not take that: ${reason ?? ""}.`);
  }
}

function misuse(message: string): Failure {
  return new Failure(`${message}\n\n${usage}`, { exitCode: 2 });
}
