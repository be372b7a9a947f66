import { Access } from "../settings/choices.ts";
import type { Settings } from "../settings/settings.ts";
import { type DoorSettings, doorsOf } from "./doors.ts";
import { accessPointPrefix } from "./efsArns.ts";
import { KNOWN_AFTER_UP } from "./plan.ts";
import { type PolicyDocument, policyOf, type PolicyStatement } from "./policyDocument.ts";

/** What decides the policy. */
export type AccessSettings = DoorSettings & Pick<Settings, "access">;

/** What only AWS names. */
export interface AccessNames {
  readonly fileSystemArn: string;
  /** The role that mounts; unused where anybody may. */
  readonly nodeRoleArn: string;
  /** The ARNs of access points that make everybody somebody else than root. */
  readonly enforced: readonly string[];
  /** The ARN of the access point on which root is root. */
  readonly plain: string;
}

const EVERYBODY = { AWS: "*" };
const mountAndWrite = ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"];
/** All that a client can ask for. */
export const clientActions = [...mountAndWrite, "elasticfilesystem:ClientRootAccess"];
/** Never by the API of another service, and so never public. https://docs.aws.amazon.com/efs/latest/ug/access-control-block-public-access.html */
const byMountTarget = { Bool: { "elasticfilesystem:AccessedViaMountTarget": "true" } };
const ACCESS_POINT = "elasticfilesystem:AccessPointArn";

/**
 * The policy of a file system of ours: who may mount what. What no statement allows is refused, but for roles of the
 * account that have client rights of their own. https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html
 */
export function fileSystemPolicy(settings: AccessSettings, names: AccessNames): PolicyDocument {
  switch (settings.access) {
    case Access.Iam:
      return policyOf(denyPlaintext(names), ...grants(settings, names, { AWS: names.nodeRoleArn }));
    case Access.Tls:
      return policyOf(denyPlaintext(names), ...grants(settings, names, EVERYBODY));
    case Access.Open:
      return policyOf(openToAll(names));
  }
}

/** The same rights as a policy of the role's own, for a file system whose policy is not ours. */
export const nodeRolePolicy = (settings: AccessSettings, names: AccessNames): PolicyDocument =>
  policyOf(...grants(settings, names));

/** Calls of the API are by HTTPS: this locks nobody out who administers the file system. */
const denyPlaintext = ({ fileSystemArn }: AccessNames): PolicyStatement => ({
  Sid: "DenyPlaintext",
  Effect: "Deny",
  Principal: EVERYBODY,
  Action: "*",
  Resource: fileSystemArn,
  Condition: { Bool: { "aws:SecureTransport": "false" } },
});

/**
 * What EFS does without a policy, written out: so a change from it and to it is an update in place, which neither
 * protection nor retention holds back. https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html#default-filesystempolicy
 */
const openToAll = ({ fileSystemArn }: AccessNames): PolicyStatement => ({
  Sid: "OpenToAll",
  Effect: "Allow",
  Principal: EVERYBODY,
  Action: clientActions,
  Resource: fileSystemArn,
  Condition: byMountTarget,
});

/** A statement for each door that is open. */
function grants(
  settings: DoorSettings,
  names: AccessNames,
  Principal?: PolicyStatement["Principal"],
): PolicyStatement[] {
  const doors = doorsOf(settings);
  const grant = (Sid: string, Action: string[], through: PolicyStatement["Condition"]): PolicyStatement => ({
    Sid,
    Effect: "Allow",
    ...(Principal && { Principal }),
    Action,
    Resource: names.fileSystemArn,
    Condition: { ...byMountTarget, ...through },
  });
  return [
    ...(doors.enforced
      ? [grant("MountHomes", mountAndWrite, { StringEquals: { [ACCESS_POINT]: [...names.enforced] } })]
      : []),
    ...(doors.asRoot
      ? [grant("MountHomesAsRoot", clientActions, { StringEquals: { [ACCESS_POINT]: names.plain } })]
      : []),
    // The driver makes them as users come. The pattern leaves out what has no access point: the root directory.
    ...(doors.driverMade
      ? [
          grant("MountUsersHomes", mountAndWrite, {
            StringLike: { [ACCESS_POINT]: anyAccessPoint(names) },
          }),
        ]
      : []),
  ];
}

const anyAccessPoint = ({ fileSystemArn }: AccessNames): string =>
  fileSystemArn === KNOWN_AFTER_UP ? KNOWN_AFTER_UP : `${accessPointPrefix(fileSystemArn)}*`;
