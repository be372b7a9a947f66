import { compare, type Diff, replaces } from "./diff.ts";
import type { DiffRequest, Last, ResourceType } from "./resourceType.ts";
import { type Properties, unknown } from "./values.ts";

/** What a change means by a type's own rules: its `diff`, or its inputs compared. */
export async function difference(type: ResourceType, request: DiffRequest): Promise<Diff> {
  if (type.diff !== undefined) return type.diff(request);
  const compared = compare(request.oldInputs, request.news, type.replaceOn);
  // A type that cannot be updated is made anew at every change.
  const diff =
    type.update === undefined
      ? { changes: compared.changes.map((c) => ({ ...c, replace: true })) }
      : compared;
  if (!replaces(diff)) return diff;
  const { deleteBeforeReplace: rule = false } = type;
  return { ...diff, deleteBeforeReplace: typeof rule === "function" ? rule(request) : rule };
}

/** The outputs that a preview shows: what is asked for, and unknown whatever only the cloud can tell. */
export async function previewed(type: ResourceType, inputs: Properties, last?: Last): Promise<Properties> {
  if (type.preview !== undefined) return type.preview(inputs, last);
  if (last !== undefined) {
    const dropped = Object.keys(last.inputs).filter((name) => !(name in inputs));
    const kept = Object.entries(last.outputs).filter(([name]) => !dropped.includes(name));
    return { ...Object.fromEntries(kept), ...inputs };
  }
  return { ...Object.fromEntries((type.computed ?? []).map((name) => [name, unknown])), ...inputs };
}
