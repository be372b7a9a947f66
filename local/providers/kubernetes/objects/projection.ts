import { equal } from "../../engine/diff.ts";
import { isList, isProperties, type Properties, type Value } from "../../engine/values.ts";
import { at, type Manifest } from "../cluster/manifest.ts";

/**
 * What the inputs would be, had the program said what is in the cluster now: the live object in the shape of the inputs.
 * A field that the server writes in another way (`0.5` cpu as `500m`) and that nobody touched since keeps the input's way.
 * @param last the live object as it was after the last update
 */
export function projected(
  inputs: Value,
  live: Value | undefined,
  last: Value | undefined,
): Value | undefined {
  if (live === undefined) return undefined;
  if (last !== undefined && equal(live, last) && !isProperties(inputs)) return inputs;
  if (isProperties(inputs) && isProperties(live)) {
    const fields = Object.entries(inputs).flatMap(([name, input]) => {
      if (input === undefined) return [];
      const found = projected(input, live[name], at(last, name));
      return found === undefined ? [] : [[name, found] as const];
    });
    return Object.fromEntries(fields);
  }
  if (isList(inputs) && isList(live) && inputs.length === live.length) {
    return inputs.map((input, i) => projected(input, live[i], isList(last) ? last[i] : undefined) ?? null);
  }
  return live;
}

const decode = (value: Value | undefined): string =>
  Buffer.from(typeof value === "string" ? value : "", "base64").toString("utf8");

/** A Secret's `stringData` goes in and never comes out: it is what `data` says, decoded. */
export function withStringData(manifest: Manifest, inputs: Manifest): Manifest {
  if (!isProperties(inputs.stringData) || !isProperties(manifest.data)) return manifest;
  const { data } = manifest;
  const names = Object.keys(inputs.stringData).filter((name) => name in data);
  return { ...manifest, stringData: Object.fromEntries(names.map((name) => [name, decode(data[name])])) };
}

const serverMetadata = [
  "creationTimestamp",
  "generation",
  "managedFields",
  "resourceVersion",
  "uid",
  "selfLink",
];
const serverAnnotations = [
  "kubectl.kubernetes.io/last-applied-configuration",
  "deployment.kubernetes.io/revision",
];

/** The inputs of an object that no program has written yet, for an import. */
export function imported(live: Manifest): Properties {
  const metadata = isProperties(live.metadata) ? { ...live.metadata } : {};
  const without = (object: Properties, names: readonly string[]): Properties =>
    Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));
  const kept = without(metadata, serverMetadata);
  const annotations = isProperties(kept.annotations) ? without(kept.annotations, serverAnnotations) : {};
  const { annotations: _, ...rest } = kept;
  return {
    ...without(live, ["status"]),
    metadata: { ...rest, ...(Object.keys(annotations).length > 0 && { annotations }) },
  };
}
