import { Access, DriverInstall } from "../settings/choices.ts";
import type { Settings } from "../settings/settings.ts";
import {
  type AccessNames,
  type AccessSettings,
  fileSystemPolicy,
  nodeRolePolicy,
} from "./fileSystemPolicy.ts";
import { KNOWN_AFTER_UP } from "./plan.ts";
import type { PolicyDocument } from "./policyDocument.ts";

/** Who may mount, as documents. */
export interface AccessPlan {
  /** The policy of a file system of ours. Absent: it is its owner's. */
  readonly fileSystemPolicy?: PolicyDocument;
  /** The rights of the driver's node role on an existing file system. Absent: none are given here. */
  readonly nodeRolePolicy?: PolicyDocument;
}

/** Whether the driver's node pods have a role of ours, by which they mount. */
export const makesNodeRole = ({ access, driver }: Pick<Settings, "access" | "driver">): boolean =>
  access === Access.Iam && driver.install !== DriverInstall.Existing;

/**
 * A file system of ours has a policy always. One that is there keeps its owner's: a role of ours gets its rights by a
 * policy of its own, which EFS takes as well. https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html
 */
export function planAccess(
  settings: AccessSettings & Pick<Settings, "driver" | "fileSystem">,
  names: AccessNames = namesAfterUp(settings),
): AccessPlan {
  if (settings.fileSystem.create) return { fileSystemPolicy: fileSystemPolicy(settings, names) };
  return makesNodeRole(settings) ? { nodeRolePolicy: nodeRolePolicy(settings, names) } : {};
}

const namesAfterUp = ({ driver: { nodeRoleArn } }: Pick<Settings, "driver">): AccessNames => ({
  fileSystemArn: KNOWN_AFTER_UP,
  nodeRoleArn: typeof nodeRoleArn === "string" ? nodeRoleArn : KNOWN_AFTER_UP,
  enforced: [KNOWN_AFTER_UP],
  plain: KNOWN_AFTER_UP,
  anyAccessPoint: KNOWN_AFTER_UP,
});
