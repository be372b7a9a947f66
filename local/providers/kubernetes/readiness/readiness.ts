import type { Cluster } from "../cluster/cluster.ts";
import type { Manifest } from "../cluster/manifest.ts";

/** What a look at an object may need beside it. */
export interface Surroundings {
  readonly cluster: Pick<Cluster, "get">;
  /** Whether the object was there before this change. */
  readonly existed: boolean;
}

/** Why an object is not ready yet; empty when it is. An error thrown says that it never will be. */
export type Look = (
  live: Manifest,
  surroundings: Surroundings,
) => readonly string[] | Promise<readonly string[]>;

/** What is awaited of a kind. */
export interface Awaited {
  readonly look: Look;
  /** The longest wait, in seconds, whatever the timeouts say. */
  readonly atMostSeconds?: number;
  /** Whether a refresh looks as well, and reports an object that is not ready. */
  readonly onRead?: boolean;
}

/** Ready, or the one reason why not. */
export const unless = (ready: boolean, reason: string): readonly string[] => (ready ? [] : [reason]);
