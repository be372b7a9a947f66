/**
 * The settings that homes, and copies of them, rest on. A stack remembers them, and refuses a change of one that is not said to be meant
 * (`movedFrom`).
 */
export const recordedPaths: readonly string[] = [
  "aws:region",
  "provisioning",
  "homesPath",
  "homeDirectory",
  "usernames",
  "posix.uid",
  "posix.gid",
  "hub.name",
  "hub.namespace",
  "hub.signIn.kind",
  "hub.signIn.hostedDomains",
  "hub.signIn.usernameClaim",
  "hub.signIn.userAttribute",
  "hub.database.kind",
  "hub.database.storageClassName",
  "fileSystem.existing.id",
  "userMode",
  "access",
  "identity",
  "driver.install",
  "driver.nodeRoleArn",
  "fileSystem.create.performanceMode",
  "fileSystem.create.oneZone",
  "fileSystem.create.kmsKeyArn",
  "fileSystem.create.backup",
  "fileSystem.create.backup.vault",
  "fileSystem.create.replication.region",
  "fileSystem.create.replication.kmsKeyArn",
];
