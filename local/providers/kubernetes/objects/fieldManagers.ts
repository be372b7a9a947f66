import { deepmerge } from "deepmerge-ts";
import { isProperties, type Properties } from "../../engine/values.ts";
import { listAt, type Manifest, textAt } from "../cluster/manifest.ts";

/** Who creates: later applies take its fields over under a name of their own. */
export const creator = "pulumi-kubernetes";

const isCreators = (entry: Properties): boolean =>
  entry.manager === creator &&
  entry.operation === "Update" &&
  (entry.subresource === undefined || entry.subresource === "");

/**
 * The managed fields with those of the create in the hands of the applier, so that an apply can take away what the program
 * no longer says. Undefined: nothing to hand over.
 */
export function handedOver(live: Manifest, applier: string): readonly Properties[] | undefined {
  const entries = listAt(live, "metadata", "managedFields");
  const created = entries.filter(isCreators);
  if (created.length === 0) return undefined;
  const mine = (entry: Properties): boolean => entry.manager === applier && entry.operation === "Apply";
  const [first] = [...entries.filter(mine), ...created];
  if (first === undefined) return undefined;
  const fields = [...entries.filter(mine), ...created].map((entry) => entry.fieldsV1).filter(isProperties);
  const merged = {
    ...first,
    manager: applier,
    operation: "Apply",
    fieldsV1: deepmerge(...fields) as Properties,
  };
  return [...entries.filter((entry) => !isCreators(entry) && !mine(entry)), merged];
}

/** Whether an object has no record of who manages what: it is older than server-side apply. */
export const unmanaged = (live: Manifest): boolean => listAt(live, "metadata", "managedFields").length === 0;

/** What a merge patch of the managed fields must say so that it fails when somebody else was faster. */
export const revision = (live: Manifest): string | undefined => textAt(live, "metadata", "resourceVersion");
