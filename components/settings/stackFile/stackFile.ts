import { isMap, LineCounter, parseAllDocuments } from "yaml";
import { readNode } from "./tree.ts";

/** The namespace of our keys in a stack file. It is the project's name, so a key without one is ours too. */
export const NAMESPACE = "jupyterhub-efs";

/** A stack file that the engine could not read. Its message is for people. */
export class StackFileError extends Error {
  override readonly name = "StackFileError";
}

/** Our keys of a stack file, without the namespace, as the engine reads them. */
export function parseStackFile(text: string): Record<string, unknown> {
  const lines = new LineCounter();
  // As text all scalars keep what was written; what they mean is the engine's choice. It reads the first document.
  const [document] = parseAllDocuments(text, { schema: "failsafe", lineCounter: lines, logLevel: "silent" });
  if (document === undefined || !("contents" in document) || document.contents === null) return {};
  const [error] = document.errors;
  if (error !== undefined) throw new StackFileError(error.message.replace(/:?\s*$/, ""));

  if (!isMap(document.contents)) throw new StackFileError("it must be a mapping with the key `config`");
  const config = document.contents.get("config", true);
  if (config === undefined) return {};
  const settings = read(() => readNode(document, config));
  if (settings === null) return {};
  if (typeof settings !== "object" || Array.isArray(settings)) {
    throw new StackFileError("`config` must be a mapping of keys");
  }
  return ownKeys(settings as Record<string, unknown>);
}

function read(reading: () => unknown): unknown {
  try {
    return reading();
  } catch (error) {
    throw new StackFileError(error instanceof Error ? error.message : String(error));
  }
}

function ownKeys(config: Record<string, unknown>): Record<string, unknown> {
  const own: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(config)) {
    const name = ownName(key);
    if (name === undefined) continue;
    if (name in own) throw new StackFileError(`"${name}" is there twice, with and without its namespace`);
    own[name] = value;
  }
  return own;
}

/** `jupyterhub-efs:hub`, `jupyterhub-efs:config:hub` and `hub` are the same key; undefined: another namespace's. */
function ownName(key: string): string | undefined {
  const parts = key.split(":");
  if (parts.length === 1) return key;
  const [namespace, ...rest] = parts;
  const name = rest.length === 2 && rest[0] === "config" ? rest[1] : rest.length === 1 ? rest[0] : undefined;
  if (name === undefined) {
    throw new StackFileError(`"${key}" must be a key of the form \`<namespace>:<name>\``);
  }
  return namespace === NAMESPACE ? name : undefined;
}
