import type { Input } from "@pulumi/pulumi";
import { Identity } from "../settings/choices.ts";
import type { Fault } from "../settings/fault.ts";
import { isOpaque } from "../settings/secret.ts";
import { show } from "../settings/show.ts";
import { isClusterArn } from "./identity/place.ts";
import { partsWithRole, type RoleSettings } from "./identity/roles.ts";
import { KNOWN_AFTER_UP } from "./plan.ts";

/** What a cluster has that gives roles to pods. Of the agent, absent means: not looked up. */
export interface RoleSite {
  readonly clusterArn?: Input<string>;
  readonly oidcProviderArn?: Input<string> | undefined;
  readonly podIdentityAgent?: boolean | undefined;
}

/** Whether a role is made that reaches its pods by the Pod Identity agent. */
export const needsPodIdentityAgent = (settings: RoleSettings): boolean =>
  settings.identity === Identity.PodIdentity && partsWithRole(settings).length > 0;

/** Whether a role is made that trusts the cluster's OpenID Connect provider. */
export const needsOidcProvider = (settings: RoleSettings): boolean =>
  settings.identity === Identity.Irsa && partsWithRole(settings).length > 0;

/** What the driver's roles need and the cluster does not have. */
export function identityFaults(settings: RoleSettings, site: RoleSite): Fault[] {
  return [
    ...(partsWithRole(settings).length > 0 ? arnFaults(site) : []),
    ...(needsPodIdentityAgent(settings) && site.podIdentityAgent === false
      ? [
          {
            path: "identity",
            rule: "must be irsa on a cluster without the EKS Pod Identity agent, by which the driver's pods get their roles",
            got: settings.identity,
            fix: "install the add-on (`aws eks create-addon --addon-name eks-pod-identity-agent --cluster-name …`), or say `identity: irsa` where the cluster has an OpenID Connect provider in IAM",
          },
        ]
      : []),
    ...(needsOidcProvider(settings) && site.oidcProviderArn === undefined
      ? [
          {
            path: "identity",
            rule: "must be pod-identity on a cluster that has no OpenID Connect provider in IAM",
            got: settings.identity,
            fix: "make one (`eksctl utils associate-iam-oidc-provider --approve --cluster …`), or say `identity: pod-identity`; a program of your own gives its ARN as `oidcProviderArn`",
          },
        ]
      : []),
  ];
}

/** A role that trusts what is no cluster would let nobody in, and mounts would fail long after the update. */
function arnFaults({ clusterArn }: RoleSite): Fault[] {
  if (clusterArn === KNOWN_AFTER_UP || isOpaque(clusterArn)) return [];
  if (typeof clusterArn === "string" && isClusterArn(clusterArn)) return [];
  return [
    {
      path: "clusterArn",
      rule: "must be the ARN of an EKS cluster, whose driver the roles trust",
      got: show(clusterArn, "clusterArn"),
      fix: "give the cluster's `arn`, like arn:aws:eks:us-east-1:123456789012:cluster/research",
    },
  ];
}
