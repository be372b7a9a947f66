import { PodIdentityAssociation } from "@pulumi/aws/eks/podIdentityAssociation.js";
import { Role } from "@pulumi/aws/iam/role.js";
import { RolePolicy } from "@pulumi/aws/iam/rolePolicy.js";
import * as pulumi from "@pulumi/pulumi";
import { type DriverPlace, unknownPlace } from "../plan/identity/place.ts";
import { type DriverPart, driverParts } from "../plan/identity/roles.ts";
import type { DriverRole, DriverRoles } from "../plan/plan.ts";
import { Identity } from "../settings/choices.ts";

/** A role that was made. Whatever needs it depends on `ready`: then its pods can take it, and it has its rights. */
export interface MadeRole {
  readonly arn: pulumi.Output<string>;
  readonly name: pulumi.Output<string>;
  readonly ready: pulumi.Resource;
}

/** Where the driver runs, as far as it is known before an update. */
export interface RolePlace {
  readonly clusterName: pulumi.Input<string>;
  readonly clusterArn: pulumi.Input<string>;
  readonly oidcProviderArn: pulumi.Input<string>;
  readonly fileSystemId: pulumi.Input<string>;
}

/** The roles that are planned for a place. Which there are is decided; what is in their policies can depend on the place. */
export type PlannedRoles = (place: DriverPlace) => DriverRoles;

/** Makes the roles of the driver's service accounts. */
export function makeDriverRoles(
  name: string,
  planned: PlannedRoles,
  place: RolePlace,
  opts: pulumi.CustomResourceOptions,
): Partial<Record<DriverPart, MadeRole>> {
  const roles = planned(unknownPlace);
  const made: Partial<Record<DriverPart, MadeRole>> = {};
  for (const part of driverParts) {
    const role = roles[part];
    if (role === undefined) continue;
    made[part] = makeRole(`${name}-${part}`, role, policiesOf(part, planned, place), place, opts);
  }
  return made;
}

type Policies = Readonly<Record<"trust" | "rights", pulumi.Output<string>>>;

/** Each policy waits for what is in it, and for nothing else: so most of them show in a preview. */
function policiesOf(part: DriverPart, planned: PlannedRoles, place: RolePlace): Policies {
  const { clusterArn, oidcProviderArn, fileSystemId } = place;
  return {
    trust: pulumi
      .all([clusterArn, oidcProviderArn])
      .apply(([clusterArn, oidcProviderArn]) =>
        JSON.stringify(planned({ ...unknownPlace, clusterArn, oidcProviderArn })[part]?.trust),
      ),
    rights: pulumi
      .all([clusterArn, fileSystemId])
      .apply(([clusterArn, fileSystemId]) =>
        JSON.stringify(planned({ ...unknownPlace, clusterArn, fileSystemId })[part]?.rights),
      ),
  };
}

/**
 * Pods get the role when they start, so all of it has to be there before the release. EKS tells new pods of an
 * association some seconds after it was made: so it comes first, and the rights meanwhile.
 * https://docs.aws.amazon.com/eks/latest/userguide/pod-identities.html
 */
function makeRole(
  name: string,
  { name: serviceAccount, namespace, giver, description, tags }: DriverRole,
  { trust, rights }: Policies,
  { clusterName }: RolePlace,
  opts: pulumi.CustomResourceOptions,
): MadeRole {
  const role = new Role(name, { description, assumeRolePolicy: trust, tags }, opts);
  const associations =
    giver === Identity.PodIdentity
      ? [
          new PodIdentityAssociation(
            name,
            { clusterName, namespace, serviceAccount, roleArn: role.arn, tags },
            opts,
          ),
        ]
      : [];
  const ready = new RolePolicy(
    name,
    { role: role.name, policy: rights },
    { ...opts, dependsOn: associations },
  );
  return { arn: role.arn, name: role.name, ready };
}
