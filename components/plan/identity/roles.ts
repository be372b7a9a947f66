import { Access, DriverInstall, Identity, Provisioning } from "../../settings/choices.ts";
import type { Settings } from "../../settings/settings.ts";
import { isOrWas } from "../lettingGo.ts";
import type { DriverRole, DriverRoles } from "../plan.ts";
import { namedTags } from "../tags.ts";
import type { DriverPlace } from "./place.ts";
import { controllerRights, nodeRights } from "./rights.ts";
import { type RoleGiver, type ServiceAccount, trustPolicy } from "./trust.ts";

/** The parts of the driver that can have a role. */
export type DriverPart = keyof DriverRoles;

/** All of them, in the order in which people read them. */
export const driverParts: readonly DriverPart[] = ["controller", "node"];

/** The service accounts of the driver: the chart's own names, and the add-on's, which takes no other. */
export const driverAccounts = {
  controller: { namespace: "kube-system", name: "efs-csi-controller-sa" },
  node: { namespace: "kube-system", name: "efs-csi-node-sa" },
} as const satisfies Record<DriverPart, ServiceAccount>;

/** The settings that decide which roles there are. */
export type RoleSettings = Pick<Settings, "driver" | "provisioning" | "access" | "identity" | "movedFrom">;

/** Which parts of the driver get a role from us: the rest needs no right, or is its owner's. */
export const partsWithRole = (settings: RoleSettings): readonly DriverPart[] =>
  roleGiver(settings) === undefined ? [] : driverParts.filter((part) => needsRole[part](settings));

/** By which way they get it. */
const roleGiver = ({ driver, identity }: RoleSettings): RoleGiver | undefined =>
  driver.install === DriverInstall.Existing || identity === Identity.None ? undefined : identity;

const needsRole: Readonly<Record<DriverPart, (settings: RoleSettings) => boolean>> = {
  // It makes access points and ends them, and does nothing else in AWS.
  controller: (settings) => isOrWas(settings, Provisioning.Dynamic),
  // The file system's policy lets nobody else in.
  node: ({ access }) => access === Access.Iam,
};

/** The roles of the driver's service accounts, with exactly the rights that each part needs. */
export function planDriverRoles(
  settings: RoleSettings & Pick<Settings, "tags">,
  place: DriverPlace,
): DriverRoles {
  const giver = roleGiver(settings);
  if (giver === undefined) return {};
  const roleOf = (part: DriverPart): DriverRole => ({
    ...driverAccounts[part],
    giver,
    description: descriptions[part],
    trust: trustPolicy(giver, driverAccounts[part], place),
    rights: rights[part](place),
    tags: namedTags(driverAccounts[part].name, settings.tags),
  });
  return Object.fromEntries(partsWithRole(settings).map((part) => [part, roleOf(part)]));
}

const descriptions: Readonly<Record<DriverPart, string>> = {
  controller: "The EFS CSI driver's controller: makes an access point for each user's claim",
  node: "The EFS CSI driver's node pods: mount homes",
};

const rights = { controller: controllerRights, node: nodeRights } as const;
