import type { Failure } from "../engine/resourceType.ts";
import { unknown } from "../engine/values.ts";

/** Fails for a known value that is none of those allowed. */
export function oneOf(property: string, value: string | undefined, allowed: readonly string[]): Failure[] {
  if (value === undefined || value === unknown || allowed.includes(value)) return [];
  const choices = allowed.map((choice) => `"${choice}"`).join(" ");
  return [{ property, reason: `expected ${property} to be one of [${choices}], got ${value}` }];
}

/** Fails for a known text that is not JSON. */
export function json(property: string, value: unknown): Failure[] {
  if (typeof value !== "string" || value === unknown) return [];
  try {
    JSON.parse(value);
    return [];
  } catch (error) {
    const why = error instanceof Error ? error.message : "";
    return [{ property, reason: `contains an invalid JSON policy: ${why}` }];
  }
}
