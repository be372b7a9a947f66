import { FixOwners, Provisioning, UserMode } from "../settings/choices.ts";
import type { Settings } from "../settings/settings.ts";
import { isOrWas } from "./lettingGo.ts";

/** What decides through which access points homes are reached. */
export type DoorSettings = Pick<
  Settings,
  "userMode" | "provisioning" | "movedFrom" | "fixOwners" | "keepRootAccess"
>;

/** The ways to homes that have to be open. */
export interface Doors {
  /** Static: the access point that makes everybody `posix`. Open in root mode too, for the servers that ran before. */
  readonly enforced: boolean;
  /** Static: the plain access point, on which root is root. */
  readonly asRoot: boolean;
  /** Dynamic: whatever access points the driver makes. */
  readonly driverMade: boolean;
}

/**
 * Each door only while somebody goes through it. In dynamic provisioning nobody is root: an access point of the driver's
 * makes everybody `posix`, root as well.
 */
export function doorsOf(settings: DoorSettings): Doors {
  const isStatic = isOrWas(settings, Provisioning.Static);
  return {
    enforced: isStatic,
    asRoot: isStatic && (actsAsRoot(settings) || settings.keepRootAccess),
    driverMade: isOrWas(settings, Provisioning.Dynamic),
  };
}

/** Whether something of this update's own is root on the homes: servers that give them away, or the job that does. */
export const actsAsRoot = ({ userMode, fixOwners }: Pick<DoorSettings, "userMode" | "fixOwners">): boolean =>
  userMode === UserMode.Root || fixOwners !== FixOwners.Nothing;
