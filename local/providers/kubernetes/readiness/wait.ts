import { InitializationFailed } from "../../engine/errors.ts";
import type { Context } from "../../engine/resourceType.ts";
import { waitFor } from "../../engine/wait.ts";
import type { Cluster, Reference } from "../cluster/cluster.ts";
import { type Manifest, nameOf } from "../cluster/manifest.ts";
import { skipsAwait, timeoutOf } from "../objects/annotations.ts";
import { warnings } from "./events.ts";
import { awaitedOf } from "./table.ts";

/** An object that is not ready in time, with the reasons. */
export class NotReady extends Error {
  override readonly name = "NotReady";
  readonly live: Manifest;
  readonly reasons: readonly string[];

  constructor(message: string, live: Manifest, reasons: readonly string[]) {
    super(message);
    this.live = live;
    this.reasons = reasons;
  }
}

const tenMinutes = 600;

/** What is to be awaited, and what is known of it. */
export interface Wait {
  readonly cluster: Cluster;
  readonly reference: Reference;
  readonly inputs: Manifest;
  /** As the change left it. */
  readonly live: Manifest;
  readonly existed: boolean;
  readonly context: Context;
}

/**
 * Waits until an object is ready.
 * @returns the object as it is then
 * @throws {NotReady} when the time is over, when the engine cancels, or when it never will be ready
 */
export async function untilReady({
  cluster,
  reference,
  inputs,
  live,
  existed,
  context,
}: Wait): Promise<Manifest> {
  if (skipsAwait(inputs)) return live;
  const awaited = awaitedOf(reference, inputs);
  if (awaited === undefined) return live;
  const { signal, timeoutSeconds: custom } = context;
  const timeoutSeconds = Math.min(timeoutOf(inputs, custom, tenMinutes), awaited.atMostSeconds ?? Infinity);
  let now = live;
  let reasons: readonly string[] = [];
  const probe = async (): Promise<Manifest | undefined> => {
    const found = await cluster.get(reference);
    if (found === undefined) throw new Error(`'${nameOf(live)}' was deleted while it was awaited`);
    now = found;
    reasons = await awaited.look(found, { cluster, existed });
    return reasons.length === 0 ? found : undefined;
  };
  try {
    return await waitFor(probe, {
      signal,
      timeoutSeconds,
      intervalMs: 50,
      maxIntervalMs: 1000,
      what: `'${nameOf(live)}'`,
    });
  } catch (error) {
    const message =
      reasons.length > 0 ? `'${nameOf(live)}' timed out waiting to be Ready` : (error as Error).message;
    const told = signal.aborted ? `Resource operation was cancelled for "${nameOf(live)}"` : message;
    throw new NotReady(told, now, [...reasons, ...(await warnings(cluster, now))]);
  }
}

/** As the engine keeps a half-made object: with the reasons, one a line. */
export function unfinished(
  id: string,
  outputs: Manifest,
  told: string,
  error: NotReady,
  inputs?: Manifest,
): InitializationFailed {
  return new InitializationFailed(id, outputs, [`${told}: ${error.message}`, ...error.reasons], inputs);
}
