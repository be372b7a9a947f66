import { DataProtection } from "../settings/choices.ts";
import { isOfCopies, makesAnotherReplica } from "./copiesTaken.ts";
import type { Change, StackRecord } from "./record.ts";

/** What becomes of what is replaced. */
export interface Fate {
  /** Whether no word lets the change through. */
  readonly isHeld: boolean;
  readonly said: string;
}

/** A change that makes something else in the place of what holds data. */
const replacesData = (path: string): boolean =>
  path.startsWith("fileSystem.") || ["aws:region", "hub.name", "hub.namespace"].includes(path);

/**
 * The same, or one that ends data beside the homes: Helm deletes the claim of a database that a release has no more, and what is
 * in a cluster is made anew in another.
 */
const endsData = (path: string): boolean =>
  replacesData(path) || path.startsWith("hub.database.") || path === "cluster.existing.name";

/**
 * The engine decides about what it deletes by the options of the last update, not by this one's.
 * https://www.pulumi.com/docs/iac/concepts/resources/options/retainondelete/
 */
export function fateOf(change: Change, last: StackRecord, next: StackRecord): Fate | undefined {
  const { path } = change;
  if (path === "hub.name" && last.homes["hub.namespace"] === next.homes["hub.namespace"]) return namesTaken;
  if (last.dataProtection !== DataProtection.Delete && makesAnotherReplica(change, last.homes, next.homes))
    return oneReplication;
  if (last.dataProtection === DataProtection.Protect && replacesData(path)) return isProtected;
  if (last.dataProtection === DataProtection.Retain && isOfCopies(path)) return goesOn;
  if (last.dataProtection !== DataProtection.Delete || !endsData(path)) return undefined;
  return next.dataProtection === DataProtection.Delete ? isDeleted : wouldBeDeleted;
}

const namesTaken: Fate = {
  isHeld: true,
  said: "What is made for it has the same names in the same namespace, and those are taken: say another `hub.namespace` with it.",
};
const isProtected: Fate = {
  isHeld: true,
  said: "It is protected: say `dataProtection: retain` (or `delete`) and run an update first.",
};
const oneReplication: Fate = {
  isHeld: true,
  said: "A file system has one replication, and this one is kept. Take it back first: say `dataProtection: retain` and run an update, remove `replication` and run another, and end it in AWS (docs/moves.md#backups-and-the-replica).",
};
const goesOn: Fate = {
  isHeld: false,
  said: "With `dataProtection: retain` it stays in AWS, goes on and is billed, in no stack: docs/moves.md#backups-and-the-replica has how to end it.",
};
const wouldBeDeleted: Fate = {
  isHeld: true,
  said: "What was there would be deleted, for that is decided by the last update's `dataProtection: delete`: run an update that changes `dataProtection` alone first, to `retain`.",
};
const isDeleted: Fate = {
  isHeld: false,
  said: "With `dataProtection: delete` what was there is deleted.",
};
