import { isWithin } from "./path.ts";
import { isOpaque, SECRET } from "./secret.ts";
import { plainSignInKeys } from "./signIn.ts";

/** What holds a secret even where no stack file says so. Their neighbours are hidden too: a misspelt key is one. */
const secretHolders = ["kubernetes", "hub.database", "hub.signIn"];
const plainNeighbours = [
  "kubernetes.context",
  "hub.database.kind",
  "hub.database.storageClassName",
  ...plainSignInKeys.map((key) => `hub.signIn.${key}`),
];

/** A key that is called so has a secret, wherever somebody wrote it. */
const secretName = /pass?w|secret|token|credential|kubeconf|private|(^|[._])(url|dsn)$/i;

const MAX_LENGTH = 80;

/**
 * A value as a person would write it, fit for a message: short, on one line, and never a secret. It stands at the
 * first path; it is a secret as well if it was meant for another one, and would be one there.
 */
export function show(value: unknown, ...paths: readonly [string, ...string[]]): string {
  if (value === undefined) return "nothing";
  if (isOpaque(value)) return SECRET;
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : "a list";
  if (typeof value === "string")
    return paths.some((path) => isSecretText(value, path)) ? SECRET : showText(value);
  if (value === null || typeof value === "number" || typeof value === "boolean") return String(value);
  if (typeof value !== "object") return `a ${typeof value}`;
  return Object.keys(value).length === 0 ? "an empty mapping" : "a mapping";
}

function showText(text: string): string {
  const lines = text.split("\n").length;
  if (lines > 1) return `a text of ${lines} lines`;
  return JSON.stringify(text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}…` : text);
}

const isSecretText = (text: string, path: string): boolean =>
  // A URL with somebody's name and password in it.
  /:\/\/[^/\s]*@/.test(text) ||
  (!plainNeighbours.some((plain) => isWithin(path, plain)) &&
    (secretName.test(path) || secretHolders.some((holder) => isWithin(path, holder))));
