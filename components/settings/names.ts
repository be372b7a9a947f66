/** The claims that we make in a hub's namespace, one for each access path. A home's claim never begins like them. */
export const claimNames = {
  /** Through the access point that enforces `posix`: what non-root servers mount. */
  enforced: "efs-homes",
  /** Through the access point that only confines the path: what root servers mount. */
  plain: "efs-homes-plain",
} as const;

/** Whether an access point rewrites every identity to `posix`, or only confines the path. */
export type Enforcement = keyof typeof claimNames;

/** The claim on a shared folder, in dynamic provisioning, and the volume of it in every server. */
export const sharedClaim = (folder: string): string => `shared-${folder}`;

/** The chart's own claim: the hub's SQLite database. */
export const hubDatabaseClaim = "hub-db-dir";

/** The storage class of a hub's homes, in dynamic provisioning. Cluster-scoped, so the namespace is in the name. */
export const homesStorageClass = (namespace: string): string => `${namespace}-efs-homes`;

/** The object that users' servers belong to, in the hub's namespace. */
export const serversAnchor = "users-servers";
