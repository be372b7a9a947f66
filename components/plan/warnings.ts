import { DriverInstall, Identity, Provisioning } from "../settings/choices.ts";
import type { Settings } from "../settings/settings.ts";
import { settingsWarnings } from "../settings/warnings.ts";
import { isolationWarnings, type NetworkPlace } from "./isolation/warnings.ts";
import { oldClaimsWarning } from "./oldClaims.ts";

/** What works, and may still surprise: shown in the plan and at every update. */
export const warningsOf = (settings: Settings, place: NetworkPlace = {}): string[] => [
  ...settingsWarnings(settings),
  ...rules.map((rule) => rule(settings)).filter((warning) => warning !== undefined),
  ...isolationWarnings(settings, place),
];

type Rule = (settings: Settings) => string | undefined;

const rules: readonly Rule[] = [
  ({ hub }) =>
    hub.grantSudo
      ? "hub.grantSudo makes every user root in their own server: what the pod can reach, they can reach as root."
      : undefined,
  ({ driver, provisioning }) =>
    driver.install === DriverInstall.Existing && provisioning === Provisioning.Dynamic
      ? "driver.install is existing: its controller must have a role that may make access points, and the driver's version must be 2 or newer."
      : undefined,
  ({ driver, identity, provisioning }) =>
    driver.install !== DriverInstall.Existing &&
    identity === Identity.None &&
    provisioning === Provisioning.Dynamic
      ? "identity is none: users' claims stay Pending until somebody else gives the driver's controller (kube-system/efs-csi-controller-sa) a role that may make access points."
      : undefined,
  ({ driver, movedFrom }) =>
    driver.install === DriverInstall.Addon && changesRoles.some((path) => path in movedFrom)
      ? "driver.install is addon, whose pods nothing restarts: they take the roles of this update when they start. After it, say kubectl --namespace kube-system rollout restart deployment/efs-csi-controller daemonset/efs-csi-node."
      : undefined,
  oldClaimsWarning,
];

/** Settings of which a change gives the driver's pods another role, or the first one. */
const changesRoles = ["provisioning", "access", "identity"];
