import { createHash } from "node:crypto";

/** A short name for a set of named texts; another text gives another name, the order of the names does not matter. */
export function cacheKey(parts: Readonly<Record<string, string>>): string {
  const sorted = Object.entries(parts).sort(([left], [right]) => (left < right ? -1 : 1));
  return createHash("sha256").update(JSON.stringify(sorted)).digest("hex").slice(0, 16);
}
