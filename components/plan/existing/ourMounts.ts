import { Access, Provisioning } from "../../settings/choices.ts";
import { actsAsRoot } from "../doors.ts";
import { accessPointPrefix } from "../efsArns.ts";
import { partsWithRole } from "../identity/roles.ts";
import { type Adoption, isOwn } from "./adoption.ts";
import type { ClientAction, ClientRequest } from "./policy.ts";
import type { ClientIdentity } from "./policyPrincipal.ts";

/** Keys that only a request with an identity has. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html */
const ofIdentities = [
  "aws:principalarn",
  "aws:principalaccount",
  "aws:principalorgid",
  "aws:principalorgpaths",
  "aws:principaltag/*",
  "aws:username",
];

/** What our mounts are to the policy: over TLS, by a mount target, through an access point, and whose they are. */
export function ourMounts(adoption: Adoption): ClientRequest {
  const { found, settings } = adoption;
  const identity = settings.access === Access.Iam ? nodeRole(adoption) : undefined;
  return {
    actions: neededActions(settings),
    fileSystemArn: found.arn,
    context: {
      "aws:securetransport": ["true"],
      "elasticfilesystem:accessedviamounttarget": ["true"],
      "elasticfilesystem:accesspointarn": accessPoints(adoption),
      ...(identity
        ? {
            "aws:principalarn": [identity.roleArn],
            "aws:principalaccount": [identity.accountId],
            // Users have it, roles do not. An organization and tags are what nobody told us.
            "aws:username": "absent",
          }
        : Object.fromEntries(ofIdentities.map((key) => [key, "absent" as const]))),
    },
    ...(identity && { identity }),
  };
}

/** The role of the driver's node pods: ours, that is still to be made and gets its rights from us, or somebody else's. */
function nodeRole({ settings, surroundings }: Adoption): ClientIdentity {
  const { partition, accountId } = surroundings;
  const { nodeRoleArn } = settings.driver;
  return {
    roleArn:
      typeof nodeRoleArn === "string"
        ? nodeRoleArn
        : { startsWith: `arn:${partition}:iam::${accountId}:role/` },
    accountId: typeof nodeRoleArn === "string" ? (nodeRoleArn.split(":")[4] ?? accountId) : accountId,
    mayByItself: partsWithRole(settings).includes("node") ? "yes" : "maybe",
  };
}

/**
 * Only what gives homes away acts as root: over an access point that enforces an identity, EFS makes every request that
 * identity's.
 */
const neededActions = (settings: Adoption["settings"]): ClientAction[] => [
  "ClientMount",
  "ClientWrite",
  ...(settings.provisioning === Provisioning.Static && actsAsRoot(settings)
    ? (["ClientRootAccess"] as const)
    : []),
];

/** The access points of a static hub, as far as they are made. */
const ownAccessPoints = ({ found, settings }: Adoption): string[] =>
  settings.provisioning === Provisioning.Static
    ? Object.entries(found.accessPoints)
        .filter(([, { tags }]) => isOwn(tags, settings))
        .map(([id]) => `${accessPointPrefix(found.arn)}${id}`)
    : [];

/** Whether a static hub's access points are still to be made: no policy can name them yet. */
export const mountsThroughNew = (adoption: Adoption): boolean =>
  adoption.settings.provisioning === Provisioning.Static && ownAccessPoints(adoption).length === 0;

/** The access points that this hub mounts through. In dynamic provisioning some are made, and nobody says which. */
function accessPoints(adoption: Adoption): ClientRequest["context"][string] {
  const own = ownAccessPoints(adoption);
  const startsWith = `${accessPointPrefix(adoption.found.arn)}fsap-`;
  return own.length > 0 ? own : [{ startsWith, isNew: mountsThroughNew(adoption) }];
}
