import { Access, Provisioning, UserMode } from "../settings/choices.ts";
import { type Change, NOTHING, type StackRecord } from "./record.ts";

/**
 * Whether a change of who may mount, or as whom, cuts running servers off. Other settings always take homes away: these two
 * only in some directions.
 */
export function cutsOff({ path, from, to }: Change, last: StackRecord, next: StackRecord): boolean {
  switch (path) {
    case "access":
      // With a role and without one are two ways of mounting; between the others it is the same.
      return from === Access.Iam || to === Access.Iam;
    case "userMode":
      return isAdopted(next) || losesRoot(from, to, last, next);
    default:
      return true;
  }
}

/** On a file system that was there before, directories may be of other owners: there a flip is a move in any case. */
const isAdopted = ({ homes }: StackRecord): boolean =>
  homes["fileSystem.existing.id"] !== undefined && homes["fileSystem.existing.id"] !== NOTHING;

/** Root servers mount through an access point of their own, which the policy closes behind them. */
const losesRoot = (from: Change["from"], to: Change["to"], last: StackRecord, next: StackRecord): boolean =>
  from === UserMode.Root &&
  to === UserMode.NonRoot &&
  last.homes.provisioning === Provisioning.Static &&
  next.homes.access !== Access.Open &&
  next.keepRootAccess !== true;

/** What to do about it. */
export function adviceForAccess({ from, to }: Change, next: StackRecord): string {
  const isDynamic = next.homes.provisioning === Provisioning.Dynamic;
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
      ? "on a file system that was there before, directories may belong to root: non-root servers could not write, and new users get no home. `fixOwners` hands them over."
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
