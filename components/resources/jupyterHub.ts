import { ConfigMap } from "@pulumi/kubernetes/core/v1/configMap.js";
import * as pulumi from "@pulumi/pulumi";
import type { HubArgs, HomeAccessArgs } from "../args.ts";
import { planHub } from "../plan/hub.ts";
import { vpcCidrFaults } from "../plan/isolation/placeFaults.ts";
import { planNamespace } from "../plan/homes.ts";
import { anchorConfig, planServersAnchor } from "../plan/serversAnchor.ts";
import { hubUrl } from "./hubUrl.ts";
import { makeNamespace } from "./namespace.ts";
import { holdsData } from "./protection.ts";
import { makeRelease } from "./release.ts";
import { settle } from "./settle.ts";

/** What a `JupyterHub` is made of. Homes are mounted by the names that `HomeStorage` gives them. */
export interface JupyterHubArgs extends HomeAccessArgs {
  /** The hub itself. Its database has to be said. */
  hub: HubArgs;
  /** Default true. False where the namespace is there already, as `HomeStorage` makes it. */
  createNamespace?: boolean;
  /**
   * The ranges of the VPC's addresses, IPv4 and IPv6: servers may not reach them, wherever network policies are
   * enforced. Default: none beside the private ranges. https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html
   */
  vpcCidrs?: readonly string[];
}

/** A JupyterHub by the Zero to JupyterHub chart. https://z2jh.jupyter.org */
export class JupyterHub extends pulumi.ComponentResource {
  /** Where users sign in. */
  public readonly url: pulumi.Output<string>;
  /** The version of the chart. */
  public readonly chartVersion: pulumi.Output<string>;

  public constructor(name: string, args: JupyterHubArgs, opts?: pulumi.ComponentResourceOptions) {
    super("jupyterhub-efs:index:JupyterHub", name, {}, opts);
    const { createNamespace = true, vpcCidrs = [], ...given } = args;
    const settings = settle(name, given, () => vpcCidrFaults(vpcCidrs));
    const child = { parent: this };

    const dependsOn = createNamespace
      ? [
          makeNamespace(`${name}-namespace`, planNamespace(settings), {
            ...child,
            ...holdsData(settings.dataProtection),
          }),
        ]
      : [];
    const { metadata } = planServersAnchor(settings);
    const anchor = new ConfigMap(`${name}-servers`, { metadata }, { ...child, dependsOn });
    const release = makeRelease(
      name,
      planHub(settings, { vpcCidrs }, anchor.metadata.uid.apply(anchorConfig)),
      {
        ...child,
        dependsOn: anchor,
      },
    );

    this.url = hubUrl(name, settings.hub.values, release, child);
    this.chartVersion = release.status.version;
    this.registerOutputs({ url: this.url, chartVersion: this.chartVersion });
  }
}
