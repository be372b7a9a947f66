import { Provisioning, UserMode } from "../../settings/choices.ts";
import type { Fault } from "../../settings/fault.ts";
import { type Adoption, isOwn, wrong } from "./adoption.ts";
import { type ClientAction, type ClientRequest, judge, type Verdict } from "./policy.ts";
import { together } from "./together.ts";

/** Keys that only a request with an identity has. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html */
const ofIdentities = [
  "aws:principalarn",
  "aws:principalaccount",
  "aws:principalorgid",
  "aws:principalorgpaths",
  "aws:principaltag/*",
  "aws:username",
];

/** What our mounts are to the policy: over TLS, by a mount target, through an access point, without an IAM identity. */
function ourMounts(adoption: Adoption): ClientRequest {
  const { found, settings } = adoption;
  return {
    actions: neededActions(settings),
    fileSystemArn: found.arn,
    context: {
      "aws:securetransport": ["true"],
      "elasticfilesystem:accessedviamounttarget": ["true"],
      "elasticfilesystem:accesspointarn": accessPoints(adoption),
      ...Object.fromEntries(ofIdentities.map((key) => [key, "absent"])),
    },
  };
}

/**
 * Only root servers that give homes away act as root: over an access point that enforces an identity, EFS makes every
 * request that identity's.
 */
const neededActions = ({
  userMode,
  provisioning,
}: Pick<Adoption["settings"], "userMode" | "provisioning">): ClientAction[] => [
  "ClientMount",
  "ClientWrite",
  ...(userMode === UserMode.Root && provisioning === Provisioning.Static
    ? (["ClientRootAccess"] as const)
    : []),
];

/** The access points that this hub mounts through. Those that are still to be made have an ARN that nobody knows. */
function accessPoints({ found, settings }: Adoption): ClientRequest["context"][string] {
  const prefix = found.arn.replace(/file-system\/.*$/, "access-point/");
  const own = Object.entries(found.accessPoints)
    .filter(([, { tags }]) => isOwn(tags, settings))
    .map(([id]) => `${prefix}${id}`);
  return settings.provisioning === Provisioning.Static && own.length > 0
    ? own
    : [{ startsWith: `${prefix}fsap-` }];
}

/** Whether the policy would lock our servers out, and what cannot be told. */
export function policyFaults(adoption: Adoption): { faults: Fault[]; warnings: string[] } {
  const { policy } = adoption.found;
  if (policy === undefined) return { faults: [], warnings: [] };
  const verdicts = judge(policy, ourMounts(adoption));
  return {
    faults: [...jointly(verdicts, "denied"), ...jointly(verdicts, "not allowed")].map((verdict) =>
      lockedOut(adoption, verdict),
    ),
    warnings: jointly(verdicts, "unclear").map(
      ({ actions, by }) =>
        `fileSystem.existing: the policy of ${adoption.id} decides about ${actions} by what is known at a mount only (${by}); servers that cannot mount stay in ContainerCreating.`,
    ),
  };
}

interface Joint {
  readonly is: Verdict["is"];
  readonly actions: string;
  readonly by: string;
}

/** Verdicts that the same statements reach, told once. */
const jointly = (verdicts: readonly Verdict[], is: Verdict["is"]): Joint[] =>
  together(
    verdicts.filter((verdict) => verdict.is === is),
    ({ by }) => by.join(", "),
  ).map(([by, alike]) => ({ is, by, actions: alike.map(({ action }) => action).join(", ") }));

const why: Readonly<Record<string, string>> = {
  ClientRootAccess: "servers that start as root give homes to their users, which needs ClientRootAccess",
};

function lockedOut(adoption: Adoption, { is, actions, by }: Joint): Fault {
  const reason = Object.entries(why)
    .filter(([action]) => actions.includes(action))
    .map(([, text]) => ` (${text})`)
    .join("");
  return wrong(
    adoption,
    is === "denied"
      ? `must let clients without an IAM identity in, as servers mount: ${by} of its policy denies them ${actions}${reason}`
      : `must let clients without an IAM identity in, as servers mount: no statement of its policy allows them ${actions}${reason}`,
    "Change the policy (aws efs put-file-system-policy); we never do. A statement that lets our mounts in allows it to the principal * under the condition elasticfilesystem:AccessedViaMountTarget.",
  );
}
