import { DriverInstall } from "../settings/choices.ts";
import type { Posix, Settings } from "../settings/settings.ts";
import { adviceForCopies, isOfCopies } from "./copiesTaken.ts";
import { exampleHome } from "./homePaths.ts";
import { adviceForAccess, adviceForMode } from "./narrowing.ts";
import { claimsAdvice } from "./oldClaims.ts";
import type { Change, HomesRecord, StackRecord } from "./record.ts";

/** What a change takes from users, and what to do about it. */
export const adviceFor = (change: Change, last: HomesRecord, next: StackRecord): string =>
  [ownAdvice(change, last, next), ...claimsAdvice(change.path, last, next.homes)].join(" ");

function ownAdvice(change: Change, last: HomesRecord, record: StackRecord): string {
  const next = record.homes;
  if (isOfCopies(change.path)) return adviceForCopies(change, last);
  switch (change.path) {
    case "homesPath":
    case "homeDirectory":
    case "usernames":
      return `the home of bob.smith is ${homeIn(last)} and would be looked for in ${homeIn(next)}: move every user's directory first, else they find an empty one.`;
    case "posix.uid":
    case "posix.gid":
      return `files stay with ${ownerIn(last)}, and servers would run as ${ownerIn(next)}: stop all servers and change the files' owner.`;
    case "provisioning":
      return "homes keep their paths, but not their volumes: what running servers hold stays until the word is removed again, so remove it once they have stopped.";
    case "userMode":
      return adviceForMode(change, record);
    case "access":
      return adviceForAccess(change, record);
    case "hub.signIn.kind":
    case "hub.signIn.hostedDomains":
    case "hub.signIn.usernameClaim":
    case "hub.signIn.userAttribute":
      return "another way to sign in may call people otherwise, and a name is a home: who is called otherwise finds an empty one, or somebody else's. Compare the names that both give.";
    case "identity":
      return "what runs has mounted by the driver's role, and renews its credentials the way that it was mounted with: stop all servers first, else their homes hang within the hour.";
    case "driver.install":
      return driverAdvice(change);
    case "driver.nodeRoleArn":
      return "the file system lets in this role alone, and what runs has mounted by the other one: stop all servers first.";
    case "hub.database.kind":
    case "hub.database.storageClassName":
      return "the hub would start with another database, which knows no user and no running server: move its content first.";
    case "aws:region":
      return `the file system of homes is in ${change.from}, and one in ${change.to} would be another, without them: \`replication\` brings a copy there, and a stack of its own takes it (docs/restore.md#4-the-region).`;
    case "cluster.existing.name":
      return `files stay on the file system, but users' claims and the hub's database are in ${change.from}, and would be made anew in ${change.to}. Where ${change.from} is gone, docs/restore.md#3-the-cluster has the steps, this word among them.`;
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
