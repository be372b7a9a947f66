import { DriverInstall, Provisioning } from "../settings/choices.ts";
import type { Settings } from "../settings/settings.ts";
import { settingsWarnings } from "../settings/warnings.ts";
import { isRecord } from "../settings/path.ts";
import { isolationWarnings, type NetworkPlace } from "./isolation/warnings.ts";

/** What works, and may still surprise: shown in the plan and at every update. */
export const warningsOf = (settings: Settings, place: NetworkPlace = {}): string[] => [
  ...settingsWarnings(settings),
  ...rules.map((rule) => rule(settings)).filter((warning) => warning !== undefined),
  ...isolationWarnings(settings, place),
];

type Rule = (settings: Settings) => string | undefined;

const rules: readonly Rule[] = [
  ({ hub }) =>
    saysWhoMaySignIn(hub.values.hub) || hub.admins.length > 0
      ? undefined
      : "nothing says who may sign in: JupyterHub lets nobody in until hub.values sets an authenticator with allowed users (hub.config.Authenticator).",
  ({ hub }) =>
    hub.grantSudo
      ? "hub.grantSudo makes every user root in their own server: what the pod can reach, they can reach as root."
      : undefined,
  ({ driver, provisioning }) =>
    driver.install === DriverInstall.Existing && provisioning === Provisioning.Dynamic
      ? "driver.install is existing: its controller must have a role that may make access points, and the driver's version must be 2 or newer."
      : undefined,
];

const letsSomebodyIn = [
  "allow_all",
  "allow_existing_users",
  "allowed_users",
  "allowed_groups",
  "allowed_organizations",
  "allowed_google_groups",
  "admin_users",
];

/** Any setting of the chart that lets somebody in. What cannot be looked into (a secret) counts as one. */
function saysWhoMaySignIn(hub: unknown): boolean {
  if (hub === undefined) return false;
  if (!isRecord(hub)) return true;
  if (hub.extraConfig !== undefined) return true;
  const { config } = hub;
  if (config === undefined) return false;
  if (!isRecord(config)) return true;
  return Object.values(config).some(
    (section) => isRecord(section) && letsSomebodyIn.some((key) => key in section),
  );
}
