import { equal } from "../../engine/diff.ts";
import { isList, isProperties, type Properties, type Value } from "../../engine/values.ts";
import type { Manifest } from "../cluster/manifest.ts";

/**
 * What the inputs would be, had the program said what is in the cluster now: the live object in the shape of the inputs.
 * A field that the server writes in another way (`0.5` cpu as `500m`, an empty name as none) and that nobody touched since
 * keeps the input's way.
 * @param last the live object as it was after the last update
 */
export function projected(inputs: Manifest, live: Manifest, last: Manifest | undefined): Manifest {
  const fields = Object.entries(inputs).flatMap(([name, input]) => {
    if (input === undefined) return [];
    const [now, then] = [live[name], last?.[name]];
    if (isProperties(input) && isProperties(now))
      return [[name, projected(input, now, isProperties(then) ? then : undefined)]];
    const untouched = last !== undefined && unchanged(now, then);
    const found = untouched ? input : shaped(input, now);
    return found === undefined ? [] : [[name, found]];
  });
  return Object.fromEntries(fields) as Manifest;
}

const unchanged = (now: Value | undefined, then: Value | undefined): boolean =>
  now === undefined || then === undefined ? now === then : equal(now, then);

/** A list that somebody changed, in the shape of the inputs as far as the two go together. */
function shaped(input: Value, now: Value | undefined): Value | undefined {
  if (!isList(input) || !isList(now)) return now;
  return now.map((item, i) => {
    const wished = input[i];
    return isProperties(wished) && isProperties(item) ? projected(wished, item, undefined) : item;
  });
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
