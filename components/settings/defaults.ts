import { efsCsiDriverChart, jupyterhubChart, notebookImage } from "../versions.ts";
import {
  Access,
  DataProtection,
  DriverInstall,
  FixOwners,
  Identity,
  LdapTls,
  PerformanceMode,
  Provisioning,
  ThroughputMode,
  UserMode,
  Usernames,
  Writers,
} from "./choices.ts";

/** The one default of each key that has one. */
export const defaults = {
  userMode: UserMode.NonRoot,
  provisioning: Provisioning.Static,
  /** `jovyan` and `users` of every docker-stacks image. */
  posix: { uid: 1000, gid: 100 },
  access: Access.Iam,
  keepRootAccess: false,
  dataProtection: DataProtection.Protect,
  fixOwners: FixOwners.Nothing,
  fileSystem: {
    throughputMode: ThroughputMode.Elastic,
    performanceMode: PerformanceMode.GeneralPurpose,
    /** Replaced whole by a given one. Cold files cost a twentieth; the first access brings a file back. */
    lifecycle: { toInfrequentAccessAfterDays: 30, backOnFirstAccess: true },
    backup: true,
  },
  /** When AWS Backup itself would start, and as long as EFS's automatic backups are kept. */
  backupPlan: { schedule: "cron(0 5 ? * * *)", retentionDays: 35 },
  existingFileSystem: { requireEncryption: true, createMissingMountTargets: false },
  homeDirectory: "home-{username}",
  usernames: Usernames.Safe,
  sharedFolder: { writers: Writers.Nobody },
  identity: Identity.PodIdentity,
  driver: {
    install: DriverInstall.Helm,
    chart: { version: efsCsiDriverChart.version, repository: efsCsiDriverChart.repository },
  },
  hub: {
    name: "hub",
    chart: { version: jupyterhubChart.version, repository: jupyterhubChart.repository },
    image: notebookImage,
    grantSudo: false,
    blockNfs: true,
    timeoutSeconds: 600,
  },
  /** By kind. */
  signIn: {
    oidc: { scopes: ["openid", "email", "profile"], groupsClaim: "groups" },
    ldap: { tls: LdapTls.Start },
    native: { openSignUp: false },
  },
} as const;

/** `/<hub name>`: so the homes of two hubs on one file system never meet. */
export const defaultHomesPath = (hubName: string): string => `/${hubName}`;
