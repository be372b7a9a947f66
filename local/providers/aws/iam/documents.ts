import type { Failure } from "../../engine/resourceType.ts";
import { unknown } from "../../engine/values.ts";

/** IAM gives documents back in URL encoding. */
export const documentOf = (encoded: string | undefined): string => decodeURIComponent(encoded ?? "");

/** The characters and the length that IAM takes in a name. */
export function nameFailures(name: string | undefined, maxLength: number): Failure[] {
  if (name === undefined || name === unknown) return [];
  if (name.length > maxLength) {
    return [
      {
        property: "name",
        reason: `expected length of name to be in the range (1 - ${maxLength}), got ${name}`,
      },
    ];
  }
  if (/^[\w+=,.@-]+$/.test(name)) return [];
  return [{ property: "name", reason: "must match [0-9A-Za-z+=,.@_-]+" }];
}
