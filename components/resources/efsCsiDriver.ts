import * as pulumi from "@pulumi/pulumi";
import type { DriverArgs } from "../args.ts";
import { planDriver, withRoleArn } from "../plan/driver.ts";
import { identityFaults } from "../plan/identityFaults.ts";
import { type DriverPart, driverParts, planDriverRoles } from "../plan/identity/roles.ts";
import { unknownPlace } from "../plan/identity/place.ts";
import { mergeValues } from "../plan/mergeValues.ts";
import { type DriverPlan, type DriverRoles, KNOWN_AFTER_UP, type ReleasePlan } from "../plan/plan.ts";
import { type Access, DriverInstall, Identity, type Provisioning } from "../settings/choices.ts";
import type { MovedFrom, Settings } from "../settings/settings.ts";
import { makeAddon } from "./addon.ts";
import { makeDriverRoles, type MadeRole } from "./driverRoles.ts";
import { makeRelease } from "./release.ts";
import { settle, withAnyHub } from "./settle.ts";

/** What an `EfsCsiDriver` is made of. */
export interface EfsCsiDriverArgs {
  /** The EKS cluster, for the associations of the driver's roles. */
  clusterName: pulumi.Input<string>;
  /** Its ARN: the roles trust this cluster's driver, and no other's. */
  clusterArn: pulumi.Input<string>;
  /** The cluster's OpenID Connect provider in IAM: needed with `identity: irsa`. */
  oidcProviderArn?: pulumi.Input<string>;
  /** The file system that the driver serves: the roles have rights on it, and on no other. */
  fileSystemId: pulumi.Input<string>;
  /** In dynamic provisioning the controller makes access points, and gets a role for it. Default static: none. */
  provisioning?: Provisioning;
  /** Who may mount: with iam, the default, the node pods mount by a role. As `HomeStorage` is told. */
  access?: Access;
  /** How the driver's pods get their roles. Default pod-identity. */
  identity?: Identity;
  /** Where the driver comes from, and its chart. Default: installed from the pinned chart. */
  driver?: DriverArgs;
  /** As `JupyterHubOnEfs` is told: a driver of ours that makes way for another of ours is gone before that comes. */
  movedFrom?: MovedFrom;
  /** On every AWS resource; at most 40. */
  tags?: Record<string, pulumi.Input<string>>;
}

/**
 * The EFS CSI driver, from its Helm chart, with the roles that its parts need. Whatever mounts homes has to
 * depend on it: without the driver, mounts break. https://docs.aws.amazon.com/eks/latest/userguide/efs-csi.html
 */
export class EfsCsiDriver extends pulumi.ComponentResource {
  /** The version of the driver's chart, or of the add-on; absent when the driver was there already. */
  public readonly version: pulumi.Output<string | undefined>;
  /** The role that homes are mounted with, which a file system's policy names; absent where none is made. */
  public readonly nodeRoleArn: pulumi.Output<string> | undefined;
  /** The same role's name. */
  public readonly nodeRoleName: pulumi.Output<string> | undefined;

  public constructor(name: string, args: EfsCsiDriverArgs, opts?: pulumi.ComponentResourceOptions) {
    super("jupyterhub-efs:index:EfsCsiDriver", name, {}, opts);
    const { clusterName, clusterArn, oidcProviderArn, fileSystemId, ...given } = args;
    const settings = settle(name, withAnyHub(given), (settled) => identityFaults(settled, args));
    const plan = planDriver(settings, unknownPlace);
    const child = { parent: this };

    if (plan.install !== DriverInstall.Existing) {
      const roles = makeDriverRoles(
        name,
        (place) => planDriverRoles(settings, place),
        { clusterName, clusterArn, oidcProviderArn: oidcProviderArn ?? KNOWN_AFTER_UP, fileSystemId },
        child,
      );
      const installed = { ...child, dependsOn: Object.values(roles).map(({ ready }) => ready) };
      this.version = makeDriver(name, plan, { clusterName, roles, tags: settings.tags }, installed);
      this.nodeRoleArn = roles.node?.arn;
      this.nodeRoleName = roles.node?.name;
    } else {
      this.version = pulumi.output(undefined);
    }
    this.registerOutputs({
      version: this.version,
      nodeRoleArn: this.nodeRoleArn,
      nodeRoleName: this.nodeRoleName,
    });
  }
}

interface DriverParts {
  readonly clusterName: pulumi.Input<string>;
  readonly roles: Readonly<Partial<Record<DriverPart, MadeRole>>>;
  readonly tags: Settings["tags"];
}

/** The driver itself, once its roles are there; what gives its version. */
function makeDriver(
  name: string,
  plan: Exclude<DriverPlan, { readonly install: "existing" }>,
  { clusterName, roles, tags }: DriverParts,
  opts: pulumi.CustomResourceOptions,
): pulumi.Output<string | undefined> {
  switch (plan.install) {
    case "helm":
      return makeRelease(name, withRoles(plan, roles), opts).status.version;
    case "addon":
      return makeAddon(name, plan, { clusterName, tags }, opts).addonVersion;
    case "later":
      return pulumi.output(undefined);
  }
}

/** The release with the ARNs of the roles in the place of what stands for them. */
const withRoles = (
  plan: ReleasePlan & { readonly roles: DriverRoles },
  made: DriverParts["roles"],
): ReleasePlan => ({
  ...plan,
  values: mergeValues(
    plan.values,
    ...driverParts
      .filter((part) => plan.roles[part]?.giver === Identity.Irsa)
      .map((part) => ({ [part]: { serviceAccount: withRoleArn(made[part]?.arn) } })),
  ),
});
