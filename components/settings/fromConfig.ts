import { isRecord } from "./path.ts";
import { SecretLeaf } from "./secret.ts";

/**
 * One config value as the engine's SDK has it, as the value that was meant: objects and lists arrive as JSON text,
 * scalars as plain text. (So does text that is JSON; to the engine it is the same.)
 */
export function fromConfigText(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // A template like `{username}` is no JSON.
    return text;
  }
}

/** One top-level value of a stack file as `fromConfigText` would see it: there the engine makes text of scalars. */
export function fromStackFile(value: unknown): unknown {
  if (value === null) return "";
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return typeof value === "string" ? fromConfigText(value) : value;
}

/** All keys of a stack file as a program gets them. */
export const rawSettings = (keys: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(keys).map(([key, value]) => [key, fromStackFile(value)]));

/** Whether a tree is another one, apart from the secrets in it. */
export function agrees(marked: unknown, plain: unknown): boolean {
  if (marked instanceof SecretLeaf) return true;
  if (Array.isArray(marked)) {
    return (
      Array.isArray(plain) &&
      marked.length === plain.length &&
      marked.every((item, index) => agrees(item, plain[index]))
    );
  }
  if (!isRecord(marked)) return marked === plain;
  const keys = Object.keys(marked);
  return (
    isRecord(plain) &&
    keys.length === Object.keys(plain).length &&
    keys.every((key) => key in plain && agrees(marked[key], plain[key]))
  );
}
