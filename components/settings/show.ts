import { isWithin } from "./path.ts";
import { isOpaque, SECRET } from "./secret.ts";
import { isSecretName, isSecretText } from "./secretNames.ts";
import { plainSignInKeys } from "./signIn.ts";

/** What holds a secret even where no stack file says so. Their neighbours are hidden too, but for those known as plain. */
const secretHolders = ["kubernetes", "hub.database", "hub.signIn"];
const plainNeighbours = [
  "kubernetes.context",
  "hub.database.kind",
  "hub.database.storageClassName",
  ...plainSignInKeys.map((key) => `hub.signIn.${key}`),
];

const MAX_LENGTH = 80;

/** A value as a person would write it, fit for a message: short, on one line, and never a secret. */
export function show(value: unknown, path: string): string {
  if (value === undefined) return "nothing";
  if (isOpaque(value)) return SECRET;
  if (typeof value === "string")
    return isSecret(path) || isSecretText(value) || hasUser(value) ? SECRET : showText(value);
  if (typeof value === "number") return isSecret(path) ? SECRET : String(value);
  if (value === null || typeof value === "boolean") return String(value);
  return showKind(value);
}

/** What sort of value it is, and nothing of it: for a place that nobody knows, where anything can be a secret. */
export function showKind(value: unknown): string {
  if (value === undefined || value === null || typeof value === "boolean" || isOpaque(value))
    return show(value, "");
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : "a list";
  if (typeof value === "string") return "a text";
  if (typeof value !== "object") return `a ${typeof value}`;
  return Object.keys(value).length === 0 ? "an empty mapping" : "a mapping";
}

function showText(text: string): string {
  const lines = text.split("\n").length;
  if (lines > 1) return `a text of ${lines} lines`;
  return JSON.stringify(text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}…` : text);
}

/** A URL with somebody's name in it, and perhaps a password. */
const hasUser = (text: string): boolean => /:\/\/[^/\s]*@/.test(text);

const isSecret = (path: string): boolean =>
  !plainNeighbours.some((plain) => isWithin(path, plain)) &&
  (secretHolders.some((holder) => isWithin(path, holder)) ||
    path.split(/[.[\]"]+/).some((step) => isSecretName(step) || step === "url" || step === "dsn"));
