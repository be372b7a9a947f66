/** Who runs a user's server. Flips on a live stack: only the release's values change, and the file system's policy. */
export const UserMode = {
  /** Servers run as `posix.uid`; no root container. */
  NonRoot: "non-root",
  /** Servers start as root, give the home to `posix.uid` and drop to it (docker-stacks' start.sh). */
  Root: "root",
} as const;
export type UserMode = (typeof UserMode)[keyof typeof UserMode];

/** How homes become volumes. */
export const Provisioning = {
  /** One volume for all homes, a sub-directory per user. */
  Static: "static",
  /** A claim, and so an EFS access point, per user. */
  Dynamic: "dynamic",
} as const;
export type Provisioning = (typeof Provisioning)[keyof typeof Provisioning];

/**
 * Who may mount the file system: what its policy lets in.
 * https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html
 */
export const Access = {
  /** The role of the driver's node pods alone, over TLS, through the hub's own access points. */
  Iam: "iam",
  /** Whoever reaches a mount target, over TLS, through the hub's own access points. */
  Tls: "tls",
  /** Whoever reaches a mount target, as root, everywhere: what EFS does without a policy. */
  Open: "open",
} as const;
export type Access = (typeof Access)[keyof typeof Access];

/** What `{username}` becomes in a home's directory. */
export const Usernames = {
  /** KubeSpawner's safe slugs, Z2JH 4's default: `bob.smith` is `bob-smith---365b77fb`. */
  Safe: "safe",
  /** Escaped names, as Z2JH 3 made them: `bob.smith` is `bob-2esmith`. */
  Escape: "escape",
} as const;
export type Usernames = (typeof Usernames)[keyof typeof Usernames];

/** https://docs.aws.amazon.com/efs/latest/ug/performance.html#throughput-modes */
export const ThroughputMode = {
  Elastic: "elastic",
  Bursting: "bursting",
  Provisioned: "provisioned",
} as const;
export type ThroughputMode = (typeof ThroughputMode)[keyof typeof ThroughputMode];

/** https://docs.aws.amazon.com/efs/latest/ug/performance.html#performancemodes */
export const PerformanceMode = { GeneralPurpose: "generalPurpose", MaxIO: "maxIO" } as const;
export type PerformanceMode = (typeof PerformanceMode)[keyof typeof PerformanceMode];

/** What happens to what holds data when it would be deleted or replaced. */
export const DataProtection = {
  /** Nothing is deleted, and no destroy begins. */
  Protect: "protect",
  /** The stack goes, and what holds data stays. */
  Retain: "retain",
  /** All goes, homes included. */
  Delete: "delete",
} as const;
export type DataProtection = (typeof DataProtection)[keyof typeof DataProtection];

/** What a job hands over to `posix` before the hub is updated: for homes that somebody else made. */
export const FixOwners = {
  Nothing: "nothing",
  /** The directory of all homes, and each home. Quick. */
  Directories: "directories",
  /** Everything in the homes. A request for each file. */
  Files: "files",
} as const;
export type FixOwners = (typeof FixOwners)[keyof typeof FixOwners];

/** Who may change what is in a shared folder. Everybody reads it. */
export const Writers = {
  /** No server at all: somebody fills it from outside of the hub. */
  Nobody: "nobody",
  /** The servers of the hub's administrators, as they were when the server started. */
  Admins: "admins",
  Everyone: "everyone",
} as const;
export type Writers = (typeof Writers)[keyof typeof Writers];

/** Where the EFS CSI driver comes from. */
export const DriverInstall = {
  /** Installed by us, from its Helm chart. */
  Helm: "helm",
  /** Installed by us, as the EKS add-on: AWS tests it with the cluster's version. https://docs.aws.amazon.com/eks/latest/userguide/efs-csi.html */
  Addon: "addon",
  /** It is in the cluster already; we never touch it. */
  Existing: "existing",
} as const;
export type DriverInstall = (typeof DriverInstall)[keyof typeof DriverInstall];

/** How the driver's pods get their IAM roles. */
export const Identity = {
  /** EKS Pod Identity: the cluster's agent hands the role out. https://docs.aws.amazon.com/eks/latest/userguide/pod-identities.html */
  PodIdentity: "pod-identity",
  /** By the token of the service account. https://docs.aws.amazon.com/eks/latest/userguide/iam-roles-for-service-accounts.html */
  Irsa: "irsa",
  /** No role is made. */
  None: "none",
} as const;
export type Identity = (typeof Identity)[keyof typeof Identity];

/** Where the hub keeps its own state (users, running servers). Never on EFS: SQLite must not lie on NFS. */
export const DatabaseKind = {
  /** SQLite on a claim of a block-storage class. */
  Claim: "claim",
  Postgres: "postgres",
  /** SQLite in memory: a restart of the hub forgets running servers. */
  Memory: "memory",
} as const;
export type DatabaseKind = (typeof DatabaseKind)[keyof typeof DatabaseKind];

/** How people sign in to the hub. https://z2jh.jupyter.org/en/stable/administrator/authentication.html */
export const SignInKind = {
  /** Anybody, under any name; with one password for all, or without. For a trial. */
  Anyone: "anyone",
  /** People on a list, with one password for all of them. For a workshop. */
  AllowList: "allow-list",
  Google: "google",
  GitHub: "github",
  /** Any other provider of OAuth 2.0 or OpenID Connect. */
  Oidc: "oidc",
  Ldap: "ldap",
  /** Accounts of the hub's own, which an admin approves. */
  Native: "native",
} as const;
export type SignInKind = (typeof SignInKind)[keyof typeof SignInKind];

/** When the connection to an LDAP server is encrypted. */
export const LdapTls = {
  /** By STARTTLS, before anything else is said, on port 389. */
  Start: "start",
  /** From the start, on port 636. */
  Connect: "connect",
  /** Never: passwords go over the network in the open. */
  None: "none",
} as const;
export type LdapTls = (typeof LdapTls)[keyof typeof LdapTls];
