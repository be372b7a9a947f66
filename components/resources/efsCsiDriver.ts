import { PodIdentityAssociation } from "@pulumi/aws/eks/podIdentityAssociation.js";
import { Role } from "@pulumi/aws/iam/role.js";
import { RolePolicyAttachment } from "@pulumi/aws/iam/rolePolicyAttachment.js";
import * as pulumi from "@pulumi/pulumi";
import type { DriverArgs } from "../args.ts";
import { planDriver } from "../plan/driver.ts";
import type { DriverRole } from "../plan/plan.ts";
import type { Access, Provisioning } from "../settings/choices.ts";
import { makeRelease } from "./release.ts";
import { settle, withAnyHub } from "./settle.ts";

/** What an `EfsCsiDriver` is made of. */
export interface EfsCsiDriverArgs {
  /** The EKS cluster, for the association of the controller's role. */
  clusterName: pulumi.Input<string>;
  /** Dynamic provisioning needs a role for the controller, which makes access points. Default static: none. */
  provisioning?: Provisioning;
  /** Who may mount: with iam, the default, the node pods mount by a role. As `HomeStorage` is told. */
  access?: Access;
  /** Where the driver comes from, and its chart. Default: installed from the pinned chart. */
  driver?: DriverArgs;
  /** `aws`, `aws-cn` or `aws-us-gov`. Default `aws`. */
  partition?: string;
  /** On every AWS resource; at most 40. */
  tags?: Record<string, pulumi.Input<string>>;
}

/**
 * The EFS CSI driver, from its Helm chart, with the role that its controller needs. Whatever mounts homes has to
 * depend on it: without the driver, mounts break. https://docs.aws.amazon.com/eks/latest/userguide/efs-csi.html
 */
export class EfsCsiDriver extends pulumi.ComponentResource {
  /** The version of the driver's chart; absent when the driver was there already. */
  public readonly chartVersion: pulumi.Output<string | undefined>;

  public constructor(name: string, args: EfsCsiDriverArgs, opts?: pulumi.ComponentResourceOptions) {
    super("jupyterhub-efs:index:EfsCsiDriver", name, {}, opts);
    const { clusterName, partition = "aws", ...given } = args;
    const plan = planDriver(settle(this, withAnyHub(given)), { partition });

    if (plan.install === "helm") {
      const role = plan.controllerRole && makeRole(name, clusterName, plan.controllerRole, { parent: this });
      const release = makeRelease(name, plan, { parent: this, dependsOn: role ?? [] });
      this.chartVersion = release.status.version;
    } else {
      this.chartVersion = pulumi.output(undefined);
    }
    this.registerOutputs({ chartVersion: this.chartVersion });
  }
}

/**
 * Pods get the role when they start, so all of it has to be there before the release. EKS tells new pods of an
 * association some seconds after it was made: so it comes first, and the policy meanwhile.
 * https://docs.aws.amazon.com/eks/latest/userguide/pod-identities.html
 */
function makeRole(
  name: string,
  clusterName: pulumi.Input<string>,
  { serviceAccount, namespace, role, policyArn }: DriverRole,
  opts: pulumi.CustomResourceOptions,
): pulumi.Resource {
  const { name: roleName, arn: roleArn } = new Role(`${name}-controller`, role, opts);
  const association = new PodIdentityAssociation(
    `${name}-controller`,
    { clusterName, namespace, serviceAccount, roleArn, ...(role.tags && { tags: role.tags }) },
    opts,
  );
  return new RolePolicyAttachment(
    `${name}-controller`,
    { role: roleName, policyArn },
    { ...opts, dependsOn: association },
  );
}
