import type { Settings } from "../settings/settings.ts";
import {
  type AccessNames,
  type AccessSettings,
  fileSystemPolicy,
  nodeRolePolicy,
} from "./fileSystemPolicy.ts";
import { partsWithRole, type RoleSettings } from "./identity/roles.ts";
import { KNOWN_AFTER_UP } from "./plan.ts";
import type { PolicyDocument } from "./policyDocument.ts";

/** Who may mount, as documents. */
export interface AccessPlan {
  /** The policy of a file system of ours. Absent: it is its owner's. */
  readonly fileSystemPolicy?: PolicyDocument;
  /** The rights of the driver's node role on an existing file system. Absent: none are given here. */
  readonly nodeRolePolicy?: PolicyDocument;
}

/**
 * A file system of ours has a policy always. One that is there keeps its owner's: a role of ours gets its rights by a
 * policy of its own, which EFS takes as well. https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html
 */
export function planAccess(
  settings: AccessSettings & RoleSettings & Pick<Settings, "fileSystem">,
  names: AccessNames = namesAfterUp(settings),
): AccessPlan {
  if (settings.fileSystem.create) return { fileSystemPolicy: fileSystemPolicy(settings, names) };
  return partsWithRole(settings).includes("node") ? { nodeRolePolicy: nodeRolePolicy(settings, names) } : {};
}

const namesAfterUp = ({ driver: { nodeRoleArn } }: Pick<Settings, "driver">): AccessNames => ({
  fileSystemArn: KNOWN_AFTER_UP,
  nodeRoleArn: typeof nodeRoleArn === "string" ? nodeRoleArn : KNOWN_AFTER_UP,
  enforced: [KNOWN_AFTER_UP],
  plain: KNOWN_AFTER_UP,
});
