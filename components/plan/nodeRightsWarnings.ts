import { Access } from "../settings/choices.ts";
import type { Settings } from "../settings/settings.ts";
import type { Surroundings } from "../surroundings/surroundings.ts";

/**
 * What a policy cannot keep out: a role of the account with rights of its own. A node's role is the nearest to users, as
 * pods may get it from the metadata service.
 */
export function nodeRightsWarnings(
  { access }: Pick<Settings, "access">,
  { nodeRights }: Surroundings,
): string[] {
  if (access !== Access.Iam || nodeRights === undefined) return [];
  const { ofRoles, unknown } = nodeRights;
  return [
    ...Object.entries(ofRoles).map(
      ([role, actions]) =>
        `access: the role of nodes ${role} has ${actions.join(", ")} on EFS by its own policies, and so mounts whatever the file system's policy says, with whoever gets it from the metadata service. Take these rights away: the driver has a role of its own.`,
    ),
    ...(unknown === undefined
      ? []
      : [
          `access: whether the roles of nodes may mount by themselves could not be checked (${unknown}); it needs eks:ListNodegroups, eks:DescribeNodegroup and iam:SimulatePrincipalPolicy.`,
        ]),
  ];
}
