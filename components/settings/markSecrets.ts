import { agrees, fromConfigText, rawSettings } from "./fromConfig.ts";
import { isRecord, leaves } from "./path.ts";
import type { ConfigSource } from "./configSource.ts";
import { SecretLeaf } from "./secret.ts";
import { parseStackFile } from "./stackFile/stackFile.ts";

/**
 * The raw settings, in which every leaf that the stack file marks `secure` is a secret, and nothing else: the engine
 * only tells that a secret is somewhere inside a key.
 */
export function markSecrets({
  values,
  secretKeys,
  stackFile,
}: Pick<ConfigSource, "values" | "secretKeys" | "stackFile">): Record<string, unknown> {
  const marks = secretKeys.size === 0 ? {} : marksOf(stackFile);
  return Object.fromEntries(
    Object.entries(values).map(([key, text]) => {
      const value = fromConfigText(text);
      if (!secretKeys.has(key)) return [key, value];
      const mark = marks[key];
      const isKnown = hasSecret(mark) && agrees(mark, value);
      return [key, isKnown ? marked(mark, value, text) : guessed(key, value)];
    }),
  );
}

/** A file that we cannot find or read tells nothing; the engine has read it, or another one, already. */
function marksOf(stackFile: string | undefined): Record<string, unknown> {
  try {
    return stackFile === undefined ? {} : rawSettings(parseStackFile(stackFile));
  } catch {
    return {};
  }
}

/** The engine says that there is one; a file without is another stack's. */
const hasSecret = (mark: unknown): boolean =>
  [...leaves(mark)].some(({ value }) => value instanceof SecretLeaf);

function marked(mark: unknown, value: unknown, whole?: string): unknown {
  if (mark instanceof SecretLeaf) return new SecretLeaf(whole ?? value);
  if (Array.isArray(mark) && Array.isArray(value)) {
    return value.map((item, index) => marked(mark[index], item));
  }
  if (!isRecord(mark) || !isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, marked(mark[key], item)]));
}

/** Without a file to ask, all text that can be a secret is one: better too many than one in the open. */
function guessed(key: string, value: unknown): unknown {
  if (key === "tags") return everyText(value);
  if ((key !== "hub" && key !== "driver") || !isRecord(value)) return value;
  return value.values === undefined ? value : { ...value, values: everyText(value.values) };
}

function everyText(value: unknown): unknown {
  if (typeof value === "string") return new SecretLeaf(value);
  if (Array.isArray(value)) return value.map(everyText);
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, everyText(item)]));
}
