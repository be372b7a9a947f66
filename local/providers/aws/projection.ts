import type { Declaration } from "../engine/declarations/shape.ts";
import type { Last } from "../engine/resourceType.ts";
import { isList, isProperties, type Properties, unknown, type Value } from "../engine/values.ts";
import type { AnyAwsType } from "./awsType.ts";
import { decidedByCloud, withoutDecided } from "./decided.ts";
import { same } from "./differences.ts";
import { allTags, type Tags } from "./tags.ts";

const isEmpty = (value: Value | undefined): boolean =>
  value === undefined ||
  value === null ||
  value === "" ||
  value === false ||
  value === 0 ||
  (isList(value) && value.length === 0) ||
  (isProperties(value) && Object.keys(value).length === 0);

/**
 * The inputs that a resource's present state stands for.
 * At a refresh: the same inputs with their present values, and what the cloud has though nobody asked for it.
 * At an import, where nothing was asked for: everything that has a value.
 */
export function projected(
  type: AnyAwsType,
  declaration: Declaration,
  state: Properties,
  last: Last,
): Properties {
  const imported = Object.keys(last.inputs).length === 0;
  const names = Object.keys(declaration.inputs).filter((name) => {
    if (name in last.inputs) return true;
    if (name === "region" || name.endsWith("Prefix") || isEmpty(state[name])) return false;
    if (decidedByCloud(type, name)) return imported;
    // What the last read showed already was no news then: only drift counts.
    return imported || !same(type, name, last.outputs[name], state[name]);
  });
  const inputs = names.map((name): [string, Value | undefined] => {
    const old = last.inputs[name];
    const now = withoutDecided(type, name, old, state[name]);
    // Arguments that no API call tells back (a flag for deletion, say) stay as they were.
    return [
      name,
      !(name in state) || now === undefined ? keptUnknown(old, now) : same(type, name, old, now) ? old : now,
    ];
  });
  const note = Object.entries(last.inputs).filter(([name]) => name.startsWith("__"));
  return Object.fromEntries([...inputs.filter(([, value]) => value !== undefined), ...note]);
}

/** An empty collection and an absent one are the same to the cloud. */
const keptUnknown = (old: Value | undefined, now: Value | undefined): Value | undefined =>
  now === undefined && isEmpty(old) ? old : now;

/** The outputs that a preview shows. */
export function awsPreview(
  type: AnyAwsType,
  declaration: Declaration,
  inputs: Properties,
  last: Last | undefined,
  provider: { readonly region: string; readonly defaultTags: Tags },
): Properties {
  const asked = Object.fromEntries(Object.entries(inputs).filter(([name]) => !name.startsWith("__")));
  const known: Properties = {
    ...("region" in declaration.outputs && { region: asked.region ?? provider.region }),
    ...("tagsAll" in declaration.outputs && { tagsAll: allTags(provider.defaultTags, asked.tags) }),
  };
  if (last !== undefined) {
    const dropped = Object.keys(last.inputs).filter(
      (name) => !(name in inputs) && !decidedByCloud(type, name),
    );
    const kept = Object.entries(last.outputs).filter(([name]) => !dropped.includes(name));
    return { ...Object.fromEntries(kept), ...asked, ...known };
  }
  const awaited = Object.entries(declaration.outputs).filter(
    ([name, { optional }]) => !optional && name !== "urn",
  );
  return { ...Object.fromEntries(awaited.map(([name]) => [name, unknown])), ...asked, ...known };
}
