/** The type of what is not known: one that nothing else has. */
export interface Unknown {
  readonly isUnknown: never;
}

/** What is known only after an update, or may not be looked at: no rule says anything of it. */
export const UNKNOWN = Symbol("unknown") as unknown as Unknown;

/** A value of a resource's properties, as JSON has it. */
export type Value = string | number | boolean | null | undefined | Unknown | readonly Value[] | Properties;

/** Named values. */
export interface Properties {
  readonly [name: string]: Value;
}

export const isProperties = (value: unknown): value is Properties =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const isList = (value: unknown): value is readonly Value[] => Array.isArray(value);

/** The value at a path; unknown where something on the way is. */
export function at(value: Value, ...path: readonly string[]): Value {
  let found = value;
  for (const name of path) {
    if (found === UNKNOWN) return UNKNOWN;
    found = isProperties(found) ? found[name] : undefined;
  }
  return found;
}

/** A list's items; none of a value that is no list, an unknown one among them. */
export const items = (value: Value): readonly Value[] => (isList(value) ? value : []);

/** Everything in a value that has names, with the path to it, the value itself first. */
export function* records(
  value: Value,
  path: readonly string[] = [],
): Generator<[Properties, readonly string[]]> {
  if (isList(value)) {
    for (const [index, item] of value.entries()) yield* records(item, [...path, String(index)]);
  } else if (isProperties(value)) {
    yield [value, path];
    for (const [name, inner] of Object.entries(value)) yield* records(inner, [...path, name]);
  }
}

/**
 * What a pack is given, as plain data. Reading an unknown property of it throws, and would end the policy with a warning:
 * here it is a value like others. https://www.pulumi.com/docs/insights/policy/policy-packs/authoring/
 */
export function plain(given: unknown): Value {
  // No map: it reads by itself, and would meet the unknown ones.
  if (Array.isArray(given)) return Array.from({ length: given.length }, (_, index) => read(given, index));
  if (typeof given === "object" && given !== null)
    return Object.fromEntries(
      Object.keys(given).map((name) => [name, read(given as Record<string, unknown>, name)]),
    );
  return isScalar(given) ? given : undefined;
}

function read<Key extends string | number>(from: Readonly<Record<Key, unknown>>, key: Key): Value {
  let value: unknown;
  try {
    value = from[key];
  } catch {
    return UNKNOWN;
  }
  return plain(value);
}

const isScalar = (value: unknown): value is string | number | boolean | null =>
  value === null || ["string", "number", "boolean"].includes(typeof value);
