import { Access, Provisioning, UserMode } from "../settings/choices.ts";
import { isOfCopies, takesCopies } from "./copiesTaken.ts";
import type { Change, StackRecord } from "./record.ts";

/**
 * Whether a change of who may mount, or as whom, cuts running servers off. Other settings always take homes away: these two,
 * and those of copies, only in some directions.
 */
export function cutsOff(change: Change, next: StackRecord): boolean {
  const { path, from, to } = change;
  if (isOfCopies(path)) return takesCopies(change);
  switch (path) {
    case "access":
      // With a role and without one are two ways of mounting; between the others it is the same, but for who is root.
      return from === Access.Iam || to === Access.Iam || (from === Access.Open && mayLeaveRoot(next));
    case "userMode":
      return isAdopted(next) || losesRoot(from, to, next);
    default:
      return true;
  }
}

/** On a file system that was there before, directories may be of other owners: there a flip is a move in any case. */
const isAdopted = ({ homes }: StackRecord): boolean =>
  homes["fileSystem.create.performanceMode"] === undefined;

/**
 * Root servers mount through an access point of their own, which the policy closes behind them. The mode is remembered only
 * where there is, or was, one: see `modeMatters` in record.ts.
 */
const losesRoot = (from: Change["from"], to: Change["to"], next: StackRecord): boolean =>
  from === UserMode.Root &&
  to === UserMode.NonRoot &&
  next.homes.access !== Access.Open &&
  next.keepRootAccess !== true;

/** Where all is open a flip from root closes nothing, and is forgotten: its servers may run still. */
const mayLeaveRoot = ({ homes, keepRootAccess }: StackRecord): boolean =>
  homes.userMode === UserMode.NonRoot && keepRootAccess !== true;

/** What to do about it. */
export function adviceForAccess({ from, to }: Change, next: StackRecord): string {
  const isDynamic = next.homes.provisioning === Provisioning.Dynamic;
  if (from !== Access.Iam && to !== Access.Iam)
    return "servers that started as root before `userMode` became non-root, and run still, lose their homes: say `keepRootAccess: true` until none of them runs, or stop them first.";
  const running =
    to === Access.Iam
      ? "servers that run have mounted without a role, and the file system lets in nobody else any more: stop all of them first."
      : `servers that run have mounted by the driver's role, which goes with \`access: ${from}\`: stop all of them first.`;
  return isDynamic
    ? `${running} Volumes that the driver made keep the mount options that they were made with: docs/moves.md#access has the command that changes them.`
    : running;
}

/** The same of the mode. */
export function adviceForMode({ to }: Change, next: StackRecord): string {
  const adopted =
    to === UserMode.NonRoot
      ? "on a file system that was there before, directories may belong to root: non-root servers could not write, and new users get no home. While provisioning is static, `fixOwners` hands them over."
      : "servers would start as root and give each home's directory to `posix`: on a file system that was there before, make sure that nobody else relies on its owner.";
  return [
    ...(isAdopted(next) ? [adopted] : []),
    ...(to === UserMode.NonRoot && next.homes.access !== Access.Open && next.keepRootAccess !== true
      ? [
          "Servers that run as root lose their homes as soon as the policy has no right for them any more: say `keepRootAccess: true` until none runs, or stop them first.",
        ]
      : []),
  ].join(" ");
}
