import type { Resource } from "./rule.ts";

/** What AWS calls so, of Pulumi's AWS provider and of its AWS Cloud Control provider, which name these properties alike. */
const types = {
  fileSystem: ["aws:efs/fileSystem:FileSystem", "aws-native:efs:FileSystem"],
  accessPoint: ["aws:efs/accessPoint:AccessPoint", "aws-native:efs:AccessPoint"],
  backupVault: ["aws:backup/vault:Vault", "aws-native:backup:BackupVault"],
} as const satisfies Record<string, readonly string[]>;

/** Whether it is one of these. https://www.pulumi.com/registry/packages/aws-native/ */
export const is = (kind: keyof typeof types, { type }: Pick<Resource, "type">): boolean =>
  (types[kind] as readonly string[]).includes(type);
