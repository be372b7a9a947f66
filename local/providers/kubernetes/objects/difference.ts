import { compare, type Diff, replaces } from "../../engine/diff.ts";
import type { DiffRequest } from "../../engine/resourceType.ts";
import type { Value } from "../../engine/values.ts";
import { at, nameOf, namespaceOf } from "../cluster/manifest.ts";
import type { Kind } from "../cluster/kind.ts";
import { autonamed } from "./annotations.ts";
import { forceNew, type Mutability, touches } from "./forceNew.ts";

const valueAt = (root: Value, path: string): Value | undefined => {
  const names = [...path.matchAll(/\["((?:[^"\\]|\\.)*)"\]|\[(\d+)\]|([^.[\]]+)/g)].map(
    ([, quoted, index, plain]) =>
      quoted === undefined ? (index ?? plain ?? "") : (JSON.parse(`"${quoted}"`) as string),
  );
  return names.reduce<Value | undefined>(
    (found, name) => (Array.isArray(found) ? (found as Value[])[Number(name)] : at(found, name)),
    root,
  );
};

/**
 * What a change of an object's inputs means. An object whose name the program fixed cannot stand beside its successor:
 * it is deleted first.
 */
export function difference(kind: Kind, request: DiffRequest, mutable: Mutability): Diff {
  const { oldInputs, oldOutputs, news } = request;
  const fields = forceNew(kind, news, mutable);
  const changes = compare(oldInputs, news).changes.map((change) => {
    const gone = change.kind === "delete" && change.path === "metadata";
    const replace = gone || fields.some((field) => touches(change.path, valueAt(news, change.path), field));
    return { ...change, replace };
  });
  const samePlace = nameOf(news) === nameOf(oldOutputs) && namespaceOf(news) === namespaceOf(oldOutputs);
  const diff = { changes };
  return {
    ...diff,
    deleteBeforeReplace: replaces(diff) && !autonamed(news) && nameOf(news) !== "" && samePlace,
  };
}
