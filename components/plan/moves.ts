import type { Fault } from "../settings/fault.ts";
import { formatFaults, sortFaults } from "../settings/formatFaults.ts";
import { DataProtection } from "../settings/choices.ts";
import type { MovedFrom, Posix, Settings } from "../settings/settings.ts";
import { exampleHome } from "./homePaths.ts";
import type { HomesRecord, StackRecord } from "./record.ts";

/** One setting that is not what the last update left. */
interface Change {
  readonly path: string;
  readonly from: string | number;
  readonly to: string | number;
}

/** What both know and tell differently. A record of another release can know less. */
const changesOf = (last: HomesRecord, next: HomesRecord): Change[] =>
  Object.entries(last).flatMap(([path, from]) => {
    const to = next[path];
    return to === undefined || String(to) === String(from) ? [] : [{ path, from, to }];
  });

/** A change that makes something else in the place of what holds data. */
const replacesData = (path: string): boolean =>
  path.startsWith("fileSystem.") || path === "hub.name" || path === "hub.namespace";

/**
 * The message that refuses an update which would take homes from their users; undefined: nothing to refuse. What the
 * user says to have moved passes, except that protected data is never replaced.
 */
export function refusedMoves(last: StackRecord, next: StackRecord, movedFrom: MovedFrom): string | undefined {
  const changes = changesOf(last.homes, next.homes);
  const held = (path: string) => last.dataProtection === DataProtection.Protect && replacesData(path);
  const refused = changes.filter(
    ({ path, from }) => String(movedFrom[path] ?? "") !== String(from) || held(path),
  );
  if (refused.length === 0) return undefined;
  const faults = refused.map((change) => faultOf(change, last.homes, next.homes, held(change.path)));
  const title =
    refused.length === 1
      ? "1 change would take homes from their users:"
      : `${refused.length} changes would take homes from their users:`;
  return [formatFaults(sortFaults(faults), title), theWord(refused)].join("\n\n");
}

const theWord = (changes: readonly Change[]): string =>
  [
    "If that is meant, say where homes come from (jupyterhub-efs:movedFrom in a stack file), and the next update lets it through:",
    "",
    "  movedFrom:",
    ...changes.map(({ path, from }) => `    ${path}: ${from}`),
  ].join("\n");

function faultOf({ path, from, to }: Change, last: HomesRecord, next: HomesRecord, held: boolean): Fault {
  const advice = adviceFor(path, last, next);
  return {
    path,
    rule: `was ${from} at the last update, and homes rest on it`,
    got: String(to),
    fix: held
      ? `${advice} It is protected: say \`dataProtection: retain\` (or \`delete\`) and run an update first.`
      : advice,
  };
}

function adviceFor(path: string, last: HomesRecord, next: HomesRecord): string {
  switch (path) {
    case "homesPath":
    case "homeDirectory":
    case "usernames":
      return `the home of bob.smith is ${homeIn(last)} and would be looked for in ${homeIn(next)}: move every user's directory first, else they find an empty one.`;
    case "posix.uid":
    case "posix.gid":
      return `files stay with ${ownerIn(last)}, and servers would run as ${ownerIn(next)}: stop all servers and change the files' owner; access points that the driver made keep theirs for ever.`;
    case "provisioning":
      return "homes keep their paths, but not their volumes: what running servers hold stays until the word is removed again, so remove it once they have stopped.";
    case "userMode":
      return "on a file system that was there before, directories may belong to root: non-root servers could not write, and new users get no home. `fixOwners` hands them over.";
    case "hub.database.kind":
    case "hub.database.storageClassName":
      return "the hub would start with another database, which knows no user and no running server: move its content first.";
    case "hub.name":
    case "hub.namespace":
      return "it would be another hub, in another place, without this one's users, claims and database.";
    default:
      return "it would be another file system, without the homes: copy them there first.";
  }
}

/** A record has every part of a home's path, or none: it was made from complete settings. */
const homeIn = (record: HomesRecord): string =>
  exampleHome(record as unknown as Pick<Settings, "homesPath" | "homeDirectory" | "usernames">);

const ownerIn = (record: HomesRecord): string => {
  const { uid, gid }: Partial<Posix> = { uid: Number(record["posix.uid"]), gid: Number(record["posix.gid"]) };
  return `${uid}:${gid}`;
};
