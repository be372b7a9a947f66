import { DriverInstall, Provisioning } from "../settings/choices.ts";
import type { Settings } from "../settings/settings.ts";

type Word = Pick<Settings, "movedFrom">;

/** Settings of which access points and volumes are made: a change makes these anew, and no file. */
const remaking = ["homesPath", "posix.uid", "posix.gid"];

/** Whether the user lets go of access points and volumes, which a change in what they are made of replaces. */
export const mayBeRemade = ({ movedFrom }: Word): boolean => remaking.some((path) => path in movedFrom);

/**
 * Whether homes are on the move from the other kind of provisioning: then what servers of that kind hold stays beside
 * the new, until the word is removed.
 */
export const leavesProvisioning = ({
  provisioning,
  movedFrom,
}: Word & Pick<Settings, "provisioning">): Provisioning | undefined => {
  const other = provisioning === Provisioning.Static ? Provisioning.Dynamic : Provisioning.Static;
  return movedFrom.provisioning === other ? other : undefined;
};

/** Whether what homes need with a kind of provisioning has to be there: it is the stack's, or the one that homes leave. */
export const isOrWas = (settings: Word & Pick<Settings, "provisioning">, kind: Provisioning): boolean =>
  settings.provisioning === kind || leavesProvisioning(settings) === kind;

/**
 * Whether a driver of ours makes way for another of ours: both are made of the same objects, so there is none until the word
 * is removed. https://docs.aws.amazon.com/eks/latest/userguide/efs-csi.html
 */
export const leavesDriver = ({ driver, movedFrom }: Word & Pick<Settings, "driver">): boolean => {
  const last = movedFrom["driver.install"];
  const ours: readonly unknown[] = [DriverInstall.Helm, DriverInstall.Addon];
  return ours.includes(last) && ours.includes(driver.install) && last !== driver.install;
};
