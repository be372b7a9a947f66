import type { Fault } from "../settings/fault.ts";
import { formatFaults, sortFaults } from "../settings/formatFaults.ts";
import { DataProtection, DriverInstall } from "../settings/choices.ts";
import type { MovedFrom, Posix, Settings } from "../settings/settings.ts";
import { exampleHome } from "./homePaths.ts";
import { adviceForAccess, adviceForMode, cutsOff } from "./narrowing.ts";
import { type Change, changesOf, type HomesRecord, type StackRecord } from "./record.ts";

/** A change that makes something else in the place of what holds data. */
const replacesData = (path: string): boolean =>
  path.startsWith("fileSystem.") || path === "hub.name" || path === "hub.namespace";

/**
 * The message that refuses an update which would take homes from their users; undefined: nothing to refuse. What the
 * user says to have moved passes, except that protected data is never replaced.
 */
export function refusedMoves(last: StackRecord, next: StackRecord, movedFrom: MovedFrom): string | undefined {
  const changes = changesOf(last.homes, next.homes).filter((change) => cutsOff(change, last, next));
  const held = (path: string) => last.dataProtection === DataProtection.Protect && replacesData(path);
  const refused = changes.filter(
    ({ path, from }) => String(movedFrom[path] ?? "") !== String(from) || held(path),
  );
  if (refused.length === 0) return undefined;
  const faults = refused.map((change) => faultOf(change, last.homes, next, held(change.path)));
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

function faultOf(change: Change, last: HomesRecord, next: StackRecord, held: boolean): Fault {
  const { path, from, to } = change;
  const advice = adviceFor(change, last, next);
  return {
    path,
    rule: `was ${from} at the last update, and homes rest on it`,
    got: String(to),
    fix: held
      ? `${advice} It is protected: say \`dataProtection: retain\` (or \`delete\`) and run an update first.`
      : advice,
  };
}

function adviceFor(change: Change, last: HomesRecord, record: StackRecord): string {
  const next = record.homes;
  switch (change.path) {
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
      return adviceForMode(change, record);
    case "access":
      return adviceForAccess(change, record);
    case "hub.signIn.kind":
      return "another way to sign in may call people otherwise, and a name is a home: who is called otherwise finds an empty one. Compare the names that both give.";
    case "identity":
      return "what runs has mounted by the driver's role, and renews its credentials the way that it was mounted with: stop all servers first, else their homes hang within the hour.";
    case "driver.install":
      return driverAdvice(change);
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

/** While there is no driver, what is mounted hangs. https://github.com/kubernetes-sigs/aws-efs-csi-driver/blob/master/docs/install.md */
function driverAdvice({ from, to }: Change): string {
  const both = [from, to].includes(DriverInstall.Existing)
    ? "the one that goes has to be gone before the other is installed."
    : "the update with the word takes it away, and the next one, without the word, brings the other.";
  return `without a driver, servers that run lose their homes until there is one again, and none starts: stop all servers first; ${both}`;
}

/** A record has every part of a home's path, or none: it was made from complete settings. */
const homeIn = (record: HomesRecord): string =>
  exampleHome(record as unknown as Pick<Settings, "homesPath" | "homeDirectory" | "usernames">);

const ownerIn = (record: HomesRecord): string => {
  const { uid, gid }: Partial<Posix> = { uid: Number(record["posix.uid"]), gid: Number(record["posix.gid"]) };
  return `${uid}:${gid}`;
};
