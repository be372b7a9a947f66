import { InitializationFailed } from "../../engine/errors.ts";
import type { Context } from "../../engine/resourceType.ts";
import { waitFor } from "../../engine/wait.ts";
import type { Cluster, Reference } from "../cluster/cluster.ts";
import { at, idOf, type Manifest, nameOf } from "../cluster/manifest.ts";
import { deletionPropagation, skipsAwait, timeoutOf } from "./annotations.ts";

/** Kinds for which `skipAwait` goes for the delete as well. */
const leftAlone = new Set([
  "DaemonSet",
  "Deployment",
  "Job",
  "Namespace",
  "Pod",
  "ReplicationController",
  "StatefulSet",
]);

const tenMinutes = 600;

/**
 * Deletes an object and waits until it is gone: finalizers hold it, as those of a claim that a running pod uses.
 * @throws {InitializationFailed} when it is still there after the timeout; it stays in the state
 */
export async function remove(
  cluster: Cluster,
  reference: Reference,
  inputs: Manifest,
  context: Context,
): Promise<void> {
  const before = await cluster.get(reference);
  if (before === undefined) return;
  await cluster.delete(reference, deletionPropagation(inputs));
  if (skipsAwait(inputs) && leftAlone.has(reference.kind)) return;
  let live = before;
  const gone = async (): Promise<true | undefined> => {
    const found = await cluster.get(reference);
    // One of the same name that was made meanwhile is another object.
    if (found === undefined || at(found, "metadata", "uid") !== at(before, "metadata", "uid")) return true;
    live = found;
    return undefined;
  };
  const timeoutSeconds = timeoutOf(inputs, context.timeoutSeconds, tenMinutes);
  try {
    await waitFor(gone, {
      signal: context.signal,
      timeoutSeconds,
      intervalMs: 50,
      maxIntervalMs: 1000,
      what: "deletion",
    });
  } catch {
    const finalizers = at(live, "metadata", "finalizers");
    const holding = Array.isArray(finalizers) && finalizers.length > 0 ? finalizers.join(", ") : "none";
    await context.log("warning", `finalizers might be preventing deletion (${holding})`);
    const message = context.signal.aborted
      ? `Resource operation was cancelled for "${nameOf(live)}"`
      : `'${idOf(live)}' timed out waiting to be deleted after ${timeoutSeconds} s; finalizers: ${holding}`;
    throw new InitializationFailed(idOf(live), live, [message], inputs);
  }
}
