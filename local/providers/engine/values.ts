/** One property value as it travels between the engine and a provider. */
export type Value = string | number | boolean | null | readonly Value[] | Properties;

/** A resource's inputs or outputs. `undefined` means absent, and never reaches the wire. */
export interface Properties {
  readonly [name: string]: Value | undefined;
}

/** What stands in a preview for a value that only the update will know. */
export const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

const signatureKey = "4dabf18193072939515e22adb298388d";
const secretSignature = "1b47061264138c4ac30d75fd1eb44270";
const outputSignature = "d0e6a833031e9bbcd3f4e8bde6ca49a4";
const assetSignatures = ["c44067f5952c0a294b673a41bacd8c17", "0def7320c3a5731c473e5ecbe6d01bc7"];

/** Whether a value is an object with properties, neither a list nor null. */
export const isProperties = (value: unknown): value is Properties =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Whether a value is a list. `Array.isArray` alone loses the element type of read-only lists. */
export const isList = (value: unknown): value is readonly Value[] => Array.isArray(value);

/** Whether a value is a file or archive that the program handed over. */
export const isAsset = (value: unknown): boolean =>
  isProperties(value) && assetSignatures.some((signature) => value[signatureKey] === signature);

/** Whether a value, at any depth, is not known yet. */
export function containsUnknown(value: Value | undefined): boolean {
  if (value === unknown) return true;
  if (isList(value)) return value.some(containsUnknown);
  return isProperties(value) && Object.values(value).some(containsUnknown);
}

/**
 * Takes the wrappings of secrets and outputs off. The engine keeps the secrecy itself: a provider that says it takes no
 * secrets gets plain values, and the engine marks the same properties of its answer. Configuration comes wrapped all the same.
 */
export function unwrap(value: Value | undefined): Value | undefined {
  if (isList(value)) return value.map((item) => unwrap(item) ?? null);
  if (!isProperties(value)) return value;
  const signature = value[signatureKey];
  if (signature === secretSignature) return unwrap(value.value);
  if (signature === outputSignature) return value.value === undefined ? unknown : unwrap(value.value);
  return unwrapAll(value);
}

/** As {@link unwrap}, for a whole set of properties. */
export function unwrapAll(properties: Properties): Properties {
  return Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, unwrap(value)]));
}

/** Without what is absent, at every depth: neither the wire nor a comparison knows `undefined`. */
export function withoutAbsent<V extends Value>(value: V): V;
export function withoutAbsent(value: Value): Value {
  if (isList(value)) return value.map((item) => withoutAbsent(item));
  if (!isProperties(value)) return value;
  const present = Object.entries(value).filter((entry): entry is [string, Value] => entry[1] !== undefined);
  return Object.fromEntries(present.map(([name, item]) => [name, withoutAbsent(item)]));
}

/**
 * A provider's configuration as typed values: it arrives as strings, and whatever is not a string as JSON text.
 * Only text that is a JSON object, list, number or boolean is read as such.
 */
export function configuration(properties: Properties): Properties {
  const read = (value: Value | undefined): Value | undefined => {
    if (typeof value !== "string" || !/^\s*(\{|\[|true$|false$|-?\d+(\.\d+)?$)/.test(value)) return value;
    try {
      return unwrap(JSON.parse(value) as Value);
    } catch {
      return value;
    }
  };
  return Object.fromEntries(
    Object.entries(unwrapAll(properties)).map(([name, value]) => [name, read(value)]),
  );
}
