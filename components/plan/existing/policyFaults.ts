import { Access } from "../../settings/choices.ts";
import type { Fault } from "../../settings/fault.ts";
import { type Adoption, wrong } from "./adoption.ts";
import { accessPointPrefix } from "../efsArns.ts";
import { mountsThroughNew, ourMounts } from "./ourMounts.ts";
import { judge, type Verdict } from "./policy.ts";
import { together } from "./together.ts";

/** Whether the policy would lock our servers out, and what cannot be told. */
export function policyFaults(adoption: Adoption): { faults: Fault[]; warnings: string[] } {
  const { id, found } = adoption;
  if (found.policy === undefined) return { faults: [], warnings: [openToAll(id)] };
  const verdicts = judge(found.policy, ourMounts(adoption));
  return {
    faults: [...jointly(verdicts, "denied"), ...jointly(verdicts, "not allowed")].map((verdict) =>
      lockedOut(adoption, verdict),
    ),
    warnings: jointly(verdicts, "unclear").map(
      ({ actions, by }) =>
        `fileSystem.existing: the policy of ${id} decides about ${actions} by what is known at a mount only (${by}); servers that cannot mount stay in ContainerCreating.`,
    ),
  };
}

/** https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html#default-filesystempolicy */
const openToAll = (id: string): string =>
  `fileSystem.existing: ${id} has no policy, and it is not ours to give it one: whoever reaches a mount target is root on it, users too where nothing blocks NFS. docs/access.md has a policy that lets this hub in and nobody else.`;

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
  ClientRootAccess:
    "servers that start as root, and the job of fixOwners, give homes to their users, which needs ClientRootAccess",
};

function lockedOut(adoption: Adoption, { is, actions, by }: Joint): Fault {
  const reason = Object.entries(why)
    .filter(([action]) => actions.includes(action))
    .map(([, text]) => ` (${text})`)
    .join("");
  const byRole = adoption.settings.access === Access.Iam;
  const whom = byRole
    ? "must let the role of the driver's node pods in, by which servers mount"
    : "must let clients without an IAM identity in, as servers mount";
  return wrong(
    adoption,
    is === "denied"
      ? `${whom}: ${by} of its policy denies them ${actions}${reason}`
      : `${whom}: no statement of its policy allows them ${actions}${reason}`,
    [
      "Change the policy (aws efs put-file-system-policy); we never do.",
      byRole ? letRoleIn : letAnybodyIn,
      ...(namesOthers(adoption) ? [letNewIn] : []),
    ].join(" "),
  );
}

/** Whether the policy names access points by id, where ours have none yet: as one does that a stack left behind. */
const namesOthers = (adoption: Adoption): boolean =>
  mountsThroughNew(adoption) &&
  JSON.stringify(adoption.found.policy).includes(`${accessPointPrefix(adoption.found.arn)}fsap-`);

const letAnybodyIn =
  "A statement that lets our mounts in allows it to the principal * under the condition elasticfilesystem:AccessedViaMountTarget; or say `access: iam`, and servers mount by a role.";
const letRoleIn = "Our role has the rights that it needs; what a policy denies, it denies that role, too.";
const letNewIn =
  "It names access points by id, and this hub's are still to be made: let any in (StringLike, access-point/*), as the policy of docs/access.md does, and narrow it afterwards.";
