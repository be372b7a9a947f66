import { setTimeout as sleep } from "node:timers/promises";
import type { Properties } from "../../engine/values.ts";
import {
  isAlreadyExists,
  isConflict,
  isMissingNamespace,
  isNotFound,
  NoSuchKind,
} from "../cluster/apiError.ts";
import type { Cluster, Reference } from "../cluster/cluster.ts";
import type { Manifest } from "../cluster/manifest.ts";
import { patchForce } from "./annotations.ts";
import { creator, handedOver, revision, unmanaged } from "./fieldManagers.ts";

/** How objects are written. */
export interface Manner {
  readonly fieldManager: string;
  /** Take over what others manage, always. */
  readonly force: boolean;
  /** Take over an object that is there already instead of failing. */
  readonly upsert: boolean;
  /** Server-side apply; otherwise a merge patch. */
  readonly serverSide: boolean;
}

const existing = [
  "The resource already exists in the cluster: it was made by hand or by another stack, or a resource was renamed without an alias.",
  "Import it (`pulumi import`), delete it, or set upsertExistingObjects on the provider to take it over.",
].join(" ");

const told = (error: unknown, more: string): Error => new Error(`${(error as Error).message}\n\n${more}`);

/** Retried: what an object needs (its namespace, its kind) may be in the making. */
const waitsSeconds = [1, 2, 4, 8, 16];

/** Makes an object, or in a preview asks whether it could be made. */
export async function create(
  cluster: Cluster,
  reference: Reference,
  inputs: Manifest,
  manner: Manner,
  { dryRun, signal }: { dryRun: boolean; signal?: AbortSignal },
): Promise<Manifest> {
  const attempt = (): Promise<Manifest> =>
    manner.upsert && manner.serverSide
      ? cluster.apply(reference, inputs, { fieldManager: manner.fieldManager, dryRun, force: true })
      : cluster.create(reference, inputs, { fieldManager: creator, dryRun });
  for (const seconds of [...waitsSeconds, undefined]) {
    try {
      return await attempt();
    } catch (error) {
      if (isAlreadyExists(error)) throw dryRun ? error : told(error, existing);
      const inTheMaking = isNotFound(error) || isMissingNamespace(error) || error instanceof NoSuchKind;
      if (dryRun || !inTheMaking || seconds === undefined || signal?.aborted === true) throw error;
      await sleep(seconds * 1000, undefined, signal && { signal }).catch(() => undefined);
    }
  }
  throw new Error("unreachable");
}

/** A merge patch from the last inputs to the new ones: what is no longer said becomes null. */
function mergePatch(olds: Manifest, news: Manifest): Manifest {
  const gone = Object.keys(olds).filter((name) => !(name in news) && !name.startsWith("__"));
  const nested = Object.entries(news).map(([name, value]) => {
    const old = olds[name];
    const both = isObject(old) && isObject(value);
    return [name, both ? mergePatch(old, value) : value] as const;
  });
  return { ...Object.fromEntries(gone.map((name) => [name, null])), ...Object.fromEntries(nested) };
}
const isObject = (value: unknown): value is Properties =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Brings an object from the last inputs to the new ones. */
export async function update(
  cluster: Cluster,
  reference: Reference,
  inputs: { olds: Manifest; news: Manifest },
  manner: Manner,
  { dryRun }: { dryRun: boolean },
): Promise<Manifest> {
  const { olds, news } = inputs;
  const { fieldManager } = manner;
  if (!manner.serverSide)
    return cluster.merge(reference, mergePatch(olds, news), { fieldManager: creator, dryRun });
  const live = await cluster.get(reference);
  if (live === undefined) throw new Error(`"${reference.name}" not found`);
  const managedFields = handedOver(live, fieldManager);
  if (managedFields !== undefined && !dryRun) {
    const metadata = { managedFields, resourceVersion: revision(live) };
    await cluster.merge(reference, { metadata }, { fieldManager });
  }
  const force =
    manner.force || patchForce(news) || unmanaged(live) || (dryRun && managedFields !== undefined);
  try {
    return await cluster.apply(reference, news, { fieldManager, dryRun, force });
  } catch (error) {
    if (!isConflict(error)) throw error;
    throw told(
      error,
      `Another field manager than "${fieldManager}" set these fields: server-side apply field conflict detected.`,
    );
  }
}
