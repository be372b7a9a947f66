import { isList, isProperties, type Properties, type Value } from "../../engine/values.ts";

/** A Kubernetes object as JSON has it. */
export type Manifest = Properties;

/** The value at a path of names, or undefined where the path ends early. */
export function at(value: Value | undefined, ...path: readonly string[]): Value | undefined {
  return path.reduce<Value | undefined>(
    (found, name) => (isProperties(found) ? found[name] : undefined),
    value,
  );
}

/** As {@link at}, when the value is text. */
export function textAt(value: Value | undefined, ...path: readonly string[]): string | undefined {
  const found = at(value, ...path);
  return typeof found === "string" ? found : undefined;
}

/** As {@link textAt}, and empty when there is none. */
export const wordAt = (value: Value | undefined, ...path: readonly string[]): string =>
  textAt(value, ...path) ?? "";

/** As {@link at}, when the value is a number. */
export function numberAt(value: Value | undefined, ...path: readonly string[]): number | undefined {
  const found = at(value, ...path);
  return typeof found === "number" ? found : undefined;
}

/** As {@link at}, as a list of objects; empty when there is none. */
export function listAt(value: Value | undefined, ...path: readonly string[]): readonly Properties[] {
  const found = at(value, ...path);
  return isList(found) ? found.filter(isProperties) : [];
}

export const nameOf = (manifest: Manifest): string => textAt(manifest, "metadata", "name") ?? "";
export const namespaceOf = (manifest: Manifest): string => textAt(manifest, "metadata", "namespace") ?? "";
export const annotationOf = (manifest: Manifest, name: string): string | undefined =>
  textAt(manifest, "metadata", "annotations", name);

/** The manifest with other metadata fields; `undefined` leaves one out. */
export function withMetadata(manifest: Manifest, fields: Properties): Manifest {
  const metadata = at(manifest, "metadata");
  return { ...manifest, metadata: { ...(isProperties(metadata) ? metadata : {}), ...fields } };
}

/** What the stack calls an object: `namespace/name`, or its name alone where it has no namespace. */
export function idOf(manifest: Manifest): string {
  const namespace = namespaceOf(manifest);
  return namespace === "" ? nameOf(manifest) : `${namespace}/${nameOf(manifest)}`;
}

/** The parts of an id; the namespace is empty where the id has none. */
export function parseId(id: string): { namespace: string; name: string } {
  const slash = id.indexOf("/");
  return slash < 0
    ? { namespace: "", name: id }
    : { namespace: id.slice(0, slash), name: id.slice(slash + 1) };
}
