import { isOpaque } from "./secret.ts";

/** Where a value stands in the settings: keys and list positions. */
export type Path = readonly PropertyKey[];

/** `["hub", "admins", 0]` is `hub.admins[0]`; a key with a dot in it is quoted: `tags["a.b"]`. */
export const formatPath = (path: Path): string =>
  path.reduce<string>((text, step) => {
    if (typeof step === "number") return `${text}[${step}]`;
    const key = String(step);
    if (!/^[^.[\]"]+$/.test(key)) return `${text}[${JSON.stringify(key)}]`;
    return text === "" ? key : `${text}.${key}`;
  }, "");

/** Whether one of two written paths is the other, or lies inside it. */
export const overlap = (one: string, other: string): boolean => isWithin(one, other) || isWithin(other, one);

/** Whether a written path is another, or lies inside it. */
export const isWithin = (inner: string, outer: string): boolean =>
  inner === outer || inner.startsWith(`${outer}.`) || inner.startsWith(`${outer}[`);

/** A plain record. Outputs, promises, secrets and class instances are not. */
export const isRecord = (value: unknown): value is Record<string, unknown> => {
  if (typeof value !== "object" || value === null || isOpaque(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

/** The value at a path; undefined where there is none. */
export const valueAt = (root: unknown, path: Path): unknown =>
  path.reduce<unknown>((value, step) => {
    if (Array.isArray(value) && typeof step === "number") return value[step] as unknown;
    return isRecord(value) && typeof step === "string" ? value[step] : undefined;
  }, root);

/** A copy without what stands at the paths. In a list the place stays, empty: later positions keep their number. */
export function without(root: unknown, paths: readonly Path[]): unknown {
  if (paths.some((path) => path.length === 0)) return undefined;
  if (paths.length === 0) return root;
  const inside = (step: PropertyKey): Path[] =>
    paths.filter(([first]) => first === step).map((path) => path.slice(1));
  if (Array.isArray(root)) return root.map((item, index) => without(item, inside(index)));
  if (!isRecord(root)) return root;
  return Object.fromEntries(Object.entries(root).map(([key, item]) => [key, without(item, inside(key))]));
}

/** A copy without keys that hold undefined and without empty places of lists. Null stays: Helm gives it a meaning. */
export function compact(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((item) => item !== undefined).map(compact);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .map(([key, item]) => [key, compact(item)]),
  );
}

/** A copy in which each leaf is what `change` makes of it. */
export function mapLeaves(
  value: unknown,
  change: (value: unknown, path: Path) => unknown,
  path: Path = [],
): unknown {
  if (Array.isArray(value)) return value.map((item, index) => mapLeaves(item, change, [...path, index]));
  if (!isRecord(value)) return change(value, path);
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, mapLeaves(item, change, [...path, key])]),
  );
}

/** Every leaf, with its path: what is neither a record nor a list. */
export function* leaves(value: unknown, path: Path = []): Generator<{ path: Path; value: unknown }> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* leaves(item, [...path, index]);
  } else if (isRecord(value)) {
    for (const [key, item] of Object.entries(value)) yield* leaves(item, [...path, key]);
  } else {
    yield { path, value };
  }
}
