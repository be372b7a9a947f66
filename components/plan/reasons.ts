import {
  Access,
  DatabaseKind,
  PerformanceMode,
  Provisioning,
  ThroughputMode,
  UserMode,
  Usernames,
  Writers,
} from "../settings/choices.ts";
import type { DriverPart } from "./identity/roles.ts";
import type { DriverPlan } from "./plan.ts";
import type { Settings } from "../settings/settings.ts";

/** Why a plan is as it is: one short sentence for each choice, for the people who read it. */
export const reasons = {
  identity: ({ userMode, provisioning }: Pick<Settings, "userMode" | "provisioning">): string => {
    if (userMode === UserMode.NonRoot) return "userMode: non-root; a server never is root";
    return provisioning === Provisioning.Static
      ? "userMode: root; start.sh gives the home to that user and drops to it"
      : "userMode: root; start.sh drops to that user, who owns the home already";
  },

  provisioning: ({ provisioning }: Pick<Settings, "provisioning">): string =>
    provisioning === Provisioning.Static
      ? "provisioning: static; a new user needs nothing from AWS"
      : "provisioning: dynamic; each user has an access point of their own",

  exampleHome: (): string => "the same directory in all four modes: no flag moves a file",

  homeDirectory: ({ usernames }: Pick<Settings, "usernames">): string =>
    usernames === Usernames.Safe
      ? "usernames: safe; at most 48 characters, no two users alike"
      : "usernames: escape; as Zero to JupyterHub 3 wrote them",

  sharedFolder: (writers: Writers): string => {
    switch (writers) {
      case Writers.Nobody:
        return "writers: nobody; servers read it, and somebody fills it from outside of the hub";
      case Writers.Admins:
        return "writers: admins; who is one is decided when a server starts";
      case Writers.Everyone:
        return "writers: everyone; each user can change what others put there";
    }
  },

  encrypted: (): string => "homes are always encrypted; it cannot be changed later",

  key: ({ kmsKeyArn }: { kmsKeyArn?: unknown }): string =>
    kmsKeyArn === undefined
      ? "AWS's own key for EFS; it cannot be changed later"
      : "it cannot be changed later",

  throughput: (mode: ThroughputMode): string => {
    switch (mode) {
      case ThroughputMode.Elastic:
        return "pays for what is read and written; no credits to run out of";
      case ThroughputMode.Bursting:
        return "50 KiB/s for each GiB stored, more while there are credits";
      case ThroughputMode.Provisioned:
        return "paid for whether it is used or not";
    }
  },

  performance: (mode: PerformanceMode): string =>
    mode === PerformanceMode.GeneralPurpose
      ? "AWS advises it for every file system; it cannot be changed later"
      : "each operation takes longer; it cannot be changed later",

  zones: (oneZone: string | undefined): string =>
    oneZone === undefined
      ? "homes outlive the loss of a zone"
      : "cheaper; if that zone is lost, so are the homes",

  infrequentAccess: (): string => "files that nobody opens cost less there",
  archive: (): string => "least cost to keep, most to read",
  backOnFirstAccess: (): string => "the first reader waits once; then the file is fast again",

  automaticBackup: (): string => "EFS's own; each is kept for 35 days in a vault of AWS's",
  ownBackup: (time: string): string => `a plan of AWS Backup; each is kept for ${time}`,
  existingVault: (): string => "it is there already; never touched",
  madeVault: (kmsKeyArn: unknown): string =>
    `for these backups alone, under ${kmsKeyArn === undefined ? "AWS's key for backups" : "the homes' own key"}`,
  noBackup: (): string => "backup: false; a deleted file is gone",
  replica: (): string => "read-only, about 15 minutes behind; billed as a second file system",

  clients: (count: number): string =>
    count === 1
      ? "the members of that group, and nobody else"
      : "the members of these groups, and nobody else",

  access: (access: Access, isExisting: boolean): string => {
    switch (access) {
      case Access.Iam:
        return isExisting
          ? "access: iam; its policy stays its owner's, the role has rights of its own"
          : "access: iam; over TLS, through the hub's own access points";
      case Access.Tls:
        return isExisting
          ? "access: tls; its policy stays its owner's"
          : "access: tls; through the hub's own access points";
      case Access.Open:
        return "access: open; as root, and over plain NFS too";
    }
  },

  mountTarget: (zone: string, rivals: readonly string[]): string =>
    rivals.length < 2
      ? `the only subnet in ${zone}`
      : `first by id of ${rivals.length} subnets in ${zone}; EFS takes one in a zone`,

  existing: (): string => "never changed, never deleted; all of it stays its owner's",
  existingMountTarget: (): string => "it is there already; never touched",

  unknownNetwork: (): string => "--surroundings shows it before",

  accessPoint: (enforces: boolean): string =>
    enforces
      ? "whatever a server writes belongs to that user"
      : "confines the path; servers keep their own ids",

  claim: (): string => "made at once, bound to the volume",
  volume: (): string => "kept when its claim is deleted",
  standby: (other: UserMode): string =>
    `for userMode: ${other}; a flip changes the release's values and the policy, and makes nothing`,

  storageClass: (reclaimPolicy: string): string =>
    reclaimPolicy === "Delete" ? "a volume goes with its claim" : "volumes are kept when a claim is deleted",
  volumesEnd: (): string => "dataProtection is delete; the file system and every file stay",
  directories: (): string => "named like the claim, so a claim made anew finds its old home",

  driver: (install: DriverPlan["install"]): string => {
    switch (install) {
      case "helm":
        return "the hub waits for it";
      case "addon":
        return "driver.install: addon; its version stays until `driver.addonVersion` says another";
      case "later":
        return "movedFrom: driver.install; the next update, without that word, brings the new one";
      case "existing":
        return "driver.install: existing; never touched";
    }
  },
  driverRole: (part: DriverPart): string =>
    part === "controller"
      ? "makes an access point for each user, on this file system alone"
      : "mounts homes, for everybody",

  nfs: ({ blockNfs }: Pick<Settings["hub"], "blockNfs">): string =>
    blockNfs
      ? "an init container closes it in the pod, and credentials that are not the user's"
      : "hub.blockNfs: false; only network policies and the file system's policy stand in the way",

  database: (kind: DatabaseKind): string => {
    switch (kind) {
      case DatabaseKind.Claim:
        return "block storage; SQLite must not lie on NFS";
      case DatabaseKind.Postgres:
        return "outlives the cluster";
      case DatabaseKind.Memory:
        return "forgotten at every restart of the hub";
    }
  },

  image: (userMode: UserMode): string =>
    userMode === UserMode.Root
      ? "its start.sh does root's work and drops to the user"
      : "fits both user modes",

  timeout: (): string => "how long an update waits for the hub to be ready",
} as const;
