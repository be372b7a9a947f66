import { type Change, changesOf, type HomesRecord, MADE_VAULT, NOTHING, OWN_PLAN } from "./record.ts";

const backup = "fileSystem.create.backup";
const vault = `${backup}.vault`;
const replica = "fileSystem.create.replication.";

/** Whether a setting makes copies of homes, not homes. */
export const isOfCopies = (path: string): boolean =>
  path === backup || path === vault || path.startsWith(replica);

/** Whether a change takes a copy away, or what makes it. All others add to what is there, or change it in place. */
export function takesCopies({ path, from }: Change): boolean {
  if (path === backup) return from === OWN_PLAN;
  if (path === vault) return from === MADE_VAULT;
  return path !== `${replica}region` || from !== NOTHING;
}

/** Of these a change makes another file system, whose copies are others. */
const source = [
  "aws:region",
  ...["performanceMode", "oneZone", "kmsKeyArn"].map((key) => `fileSystem.create.${key}`),
];

/**
 * Whether a file system that stays gets another replica. It has one replication only, so the old one has to end before.
 * https://docs.aws.amazon.com/efs/latest/ug/efs-replication.html
 */
export const makesAnotherReplica = ({ path, to }: Change, last: HomesRecord, next: HomesRecord): boolean =>
  path.startsWith(replica) &&
  !(path === `${replica}region` && to === NOTHING) &&
  !changesOf(last, next).some((change) => source.includes(change.path));

/** What a change takes away. */
export function adviceForCopies({ path, from, to }: Change, last: HomesRecord): string {
  const inMadeVault =
    "the backups so far are in the vault that was made for them, and go with it where that is deleted";
  if (path === vault) return `${inMadeVault}; new ones go into yours.`;
  if (path === backup) {
    const old =
      last[vault] === MADE_VAULT
        ? `${inMadeVault}.`
        : "the backups so far stay in your vault, and nothing deletes old ones once the plan's role is gone.";
    return to === NOTHING ? `${old} No others are made.` : old;
  }
  return to === NOTHING && path === `${replica}region`
    ? `the stack would have no copy of homes in ${from} any more.`
    : "the replica would be made anew: until EFS has copied everything, there is none.";
}
