import { isDeepStrictEqual } from "node:util";
import { isProperties, type Properties, type Value } from "./state.ts";

/** What turns one into the other, as a JSON Merge Patch: null removes. https://www.rfc-editor.org/rfc/rfc7396 */
export function patchBetween(from: Properties, to: Properties): Properties {
  const names = [...new Set([...Object.keys(from), ...Object.keys(to)])];
  const entries = names.flatMap((name): [string, Value][] => {
    const [before, after] = [from[name], to[name]];
    if (isDeepStrictEqual(before, after)) return [];
    if (after === undefined) return [[name, null]];
    const inner = isProperties(before) && isProperties(after) ? patchBetween(before, after) : after;
    return [[name, inner]];
  });
  return Object.fromEntries(entries);
}

/** The one with the patch applied. */
export function patched(from: Properties, patch: Properties): Properties {
  const kept = Object.entries(from).filter(([name]) => patch[name] !== null);
  const changed = Object.entries(patch).flatMap(([name, change]): [string, Value][] => {
    if (change === null) return [];
    const before = from[name];
    return [[name, isProperties(before) && isProperties(change) ? patched(before, change) : change]];
  });
  return { ...Object.fromEntries(kept), ...Object.fromEntries(changed) };
}
