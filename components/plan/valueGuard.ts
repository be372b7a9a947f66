import type { Fault } from "../settings/fault.ts";
import { DriverInstall } from "../settings/choices.ts";
import type { HelmValues, Settings } from "../settings/settings.ts";
import { managedDriverValues } from "./driver.ts";
import { forbiddenDriverValues, forbiddenHubValues } from "./forbiddenValues.ts";
import { managedHubValues } from "./hubValues.ts";
import { privateRanges } from "./isolation/addresses.ts";
import { egressFaults } from "./isolation/egressFaults.ts";
import { accountFaults } from "./isolation/serverRole.ts";
import { homeVolumeFaults } from "./isolation/homeVolume.ts";
import { hubSecretFaults } from "./isolation/hubSecrets.ts";
import { lastPythonFaults } from "./isolation/lastPython.ts";
import { rootImageFaults } from "./isolation/rootImages.ts";
import { unreadFaults } from "./isolation/unread.ts";
import { mountFaults } from "./isolation/userMounts.ts";
import { volumeFaults } from "./isolation/userVolumes.ts";
import { sectionFaults } from "./signIn/sections.ts";
import { isRecord, leaves } from "../settings/path.ts";
import { isOpaque } from "../settings/secret.ts";
import { sharedFolderFaults } from "./sharedFolderFaults.ts";
import { withKeyedMounts } from "./sharedFolderValues.ts";
import { show } from "../settings/show.ts";

/**
 * Every value of the user's that contradicts what we manage, or that would silently undo the storage of homes.
 * Helm would take them without a word.
 */
export function valueFaults(settings: Settings): Fault[] {
  const { hub, driver } = settings;
  const managed = managedHubValues(settings);
  return [
    ...contradictions(managed, withKeyedMounts(settings), "hub.values", hubSetting),
    ...sharedFolderFaults(settings),
    ...forbiddenHubValues(hub.values, managed),
    ...unreadFaults(hub.values, managed),
    ...homeVolumeFaults(settings),
    ...volumeFaults(settings),
    ...mountFaults(settings),
    ...accountFaults(hub.values),
    ...hubSecretFaults(hub.values),
    ...lastPythonFaults(hub.values),
    ...rootImageFaults(settings),
    ...egressFaults(hub.values, [...privateRanges.ipv4, ...privateRanges.ipv6]),
    ...sectionFaults(settings),
    ...(driver.install !== DriverInstall.Existing
      ? [
          ...contradictions(managedDriverValues(settings), driver.values, "driver.values", () => undefined),
          ...forbiddenDriverValues(settings),
        ]
      : []),
  ];
}

/** The setting to use in place of a managed value, by the value's path; the first that fits. */
const instead: readonly (readonly [path: string, setting: string])[] = [
  ["singleuser.uid", "`userMode` and `posix.uid`"],
  ["singleuser.fsGid", "`posix.gid`"],
  ["singleuser.allowPrivilegeEscalation", "`hub.grantSudo`"],
  ["singleuser.image", "`hub.image`"],
  ["singleuser.storage.homeMountPath", "`hub.image` (every docker-stacks image has its home there)"],
  ["singleuser.storage.extraVolumes", "`sharedFolders`"],
  ["singleuser.storage.extraVolumeMounts", "`sharedFolders`"],
  ["singleuser.storage", "`provisioning`, `homeDirectory` and `homesPath`"],
  ["singleuser.extraEnv.GRANT_SUDO", "`hub.grantSudo`"],
  ["singleuser.extraEnv.CHOWN_EXTRA", "`hub.image` to one whose files have that owner"],
  ["singleuser.extraEnv.CHOWN_EXTRA_OPTS", "`hub.image` to one whose files have that owner"],
  ["singleuser.extraEnv", "`userMode` and `posix`"],
  [
    "singleuser.networkPolicy",
    "what servers need beside the internet in `hub.values.singleuser.networkPolicy.egress`",
  ],
  ["singleuser", "`userMode`, `provisioning` and `hub.image`"],
  ["hub.config.KubeSpawner.gid", "`posix.gid`"],
  ["hub.config.KubeSpawner", "`posix.gid`"],
  ["hub.config.Authenticator.admin_users", "`hub.admins`"],
  ["hub.config", "`hub.signIn` and `hub.admins`"],
  ["hub.db", "`hub.database`"],
  ["hub", "`hub.database`"],
];

const hubSetting = (path: string): string | undefined =>
  instead.find(([prefix]) => path === prefix || path.startsWith(`${prefix}.`))?.[1];

function contradictions(
  managed: HelmValues,
  given: HelmValues,
  root: string,
  settingOf: (path: string) => string | undefined,
  path: readonly string[] = [],
): Fault[] {
  return Object.entries(managed).flatMap(([key, ours]) => {
    if (!(key in given) || given[key] === undefined) return [];
    const here = [...path, key];
    const theirs = given[key];
    if (isRecord(ours) && isRecord(theirs)) return contradictions(ours, theirs, root, settingOf, here);
    if (same(ours, theirs)) return [];
    const written = [root, ...here].join(".");
    const setting = settingOf(here.join("."));
    return [
      {
        path: written,
        rule: `is managed, and is ${show(ours, written)} with these settings`,
        got: show(theirs, written),
        fix: setting === undefined ? "leave it out" : `leave it out and set ${setting} instead`,
      },
    ];
  });
}

/** What cannot be looked into is equal only to itself. */
const same = (one: unknown, other: unknown): boolean =>
  one === other || (isData(one) && isData(other) && JSON.stringify(one) === JSON.stringify(other));

const isData = (value: unknown): boolean => ![...leaves(value)].some((leaf) => isOpaque(leaf.value));
