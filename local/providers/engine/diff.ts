import { isList, isProperties, type Properties } from "./values.ts";

/** How one property changed. */
export type ChangeKind = "add" | "delete" | "update";

/** One changed property. */
export interface Change {
  /** As the engine writes paths: `tags.Name`, `securityGroups[0]`, `tags["a.b"]`. */
  readonly path: string;
  readonly kind: ChangeKind;
  readonly replace: boolean;
}

/** What has to be done to get from the old inputs to the new ones. */
export interface Diff {
  readonly changes: readonly Change[];
  readonly deleteBeforeReplace?: boolean;
}

const step = (path: string, name: string): string => {
  if (!/^[A-Za-z_$][\w$]*$/.test(name)) return `${path}[${JSON.stringify(name)}]`;
  return path === "" ? name : `${path}.${name}`;
};

/** Names that begin with two underscores are a provider's own notes in the state, not properties. */
const noted = (name: string): boolean => name.startsWith("__");

/** Whether a change at this path is covered by a rule: the rule's own path, or anything below it. */
const covered = (path: string, rules: readonly string[]): boolean =>
  rules.some((rule) => path === rule || path.startsWith(`${rule}.`) || path.startsWith(`${rule}[`));

/** Whether two values are the same, whatever the order of an object's properties. */
export const equal = (a: unknown, b: unknown): boolean => changedPaths(a, b, "").length === 0;

/** Every path at which two values differ, with how. An unknown value differs from every known one. */
export function changedPaths(old: unknown, now: unknown, path: string): Omit<Change, "replace">[] {
  if (old === now) return [];
  if (old === undefined) return [{ path, kind: "add" }];
  if (now === undefined) return [{ path, kind: "delete" }];
  if (isList(old) && isList(now)) {
    const length = Math.max(old.length, now.length);
    return Array.from({ length }, (_, i) => changedPaths(old[i], now[i], `${path}[${i}]`)).flat();
  }
  if (isProperties(old) && isProperties(now)) {
    const names = [...new Set([...Object.keys(old), ...Object.keys(now)])].filter((name) => !noted(name));
    return names.flatMap((name) => changedPaths(old[name], now[name], step(path, name)));
  }
  return [{ path, kind: "update" }];
}

/**
 * Compares two sets of inputs.
 * @param replaceOn paths whose change, or that of anything below them, makes the resource anew
 */
export function compare(olds: Properties, news: Properties, replaceOn: readonly string[] = []): Diff {
  const changes = changedPaths(olds, news, "").map((change) => ({
    ...change,
    replace: covered(change.path, replaceOn),
  }));
  return { changes };
}

/** Whether a difference calls for a new resource. */
export const replaces = (diff: Diff): boolean => diff.changes.some((change) => change.replace);

/** The first name in a path: what the engine lists as changed. */
export const rootOf = (path: string): string => /^[^.[]*/.exec(path)?.[0] ?? path;
