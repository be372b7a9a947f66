import type * as k8s from "@pulumi/kubernetes";
import { isRecord, valueAt } from "../../settings/path.ts";
import type { HelmValues, Settings } from "../../settings/settings.ts";
import { covers } from "../existing/cidr.ts";
import { KNOWN_AFTER_UP } from "../plan.ts";
import type { Site } from "../site.ts";
import { POD_IDENTITY, privateRanges } from "./addresses.ts";
import { serversHaveRole } from "./serverRole.ts";

/** What a hub's values rest on, beside its settings. */
export type HubPlace = Pick<Site, "vpcCidrs">;

type EgressRule = k8s.types.input.networking.v1.NetworkPolicyEgressRule;

/**
 * What the chart's own rules may let servers reach: the hub, the proxy and names. Its rule for the internet has
 * neither 100.64.0.0/10 nor a VPC's other ranges in its exceptions, so ours takes its place.
 * https://z2jh.jupyter.org/en/stable/resources/reference.html#singleuser-networkpolicy
 */
export const managedNetworkPolicy: HelmValues = {
  enabled: true,
  egressAllowRules: { cloudMetadataServer: false, privateIPs: false, nonPrivateIPs: false },
};

/** Our rule, before those of the user's. Whoever says `nonPrivateIPs: false` wants servers without the internet. */
export function egressRules(
  { hub }: { readonly hub: Pick<Settings["hub"], "values"> },
  { vpcCidrs }: HubPlace,
): unknown[] {
  const policy = valueAt(hub.values, ["singleuser", "networkPolicy"]);
  const { egress } = isRecord(policy) ? policy : {};
  const wantsInternet = valueAt(policy, ["egressAllowRules", "nonPrivateIPs"]) !== false;
  return [
    ...(wantsInternet ? [internet(vpcCidrs)] : []),
    ...(serversHaveRole(hub.values) ? [credentials] : []),
    ...(Array.isArray(egress) ? (egress as unknown[]) : []),
  ];
}

/** Where servers that are to have a role get it by EKS Pod Identity. */
const credentials: EgressRule = {
  to: [{ ipBlock: { cidr: `${POD_IDENTITY.ipv4}/32` } }, { ipBlock: { cidr: `${POD_IDENTITY.ipv6}/128` } }],
  ports: [{ port: 80, protocol: "TCP" }],
};

/**
 * The internet, and nothing else: mount targets, nodes and other pods have the VPC's addresses. IPv6 only where the VPC
 * has it: older releases of the VPC CNI give up a whole policy for one rule of the other family.
 */
function internet(vpcCidrs: Site["vpcCidrs"]): EgressRule {
  if (vpcCidrs === undefined) return { to: [all("0.0.0.0/0", [...privateRanges.ipv4, KNOWN_AFTER_UP])] };
  const ipv6 = vpcCidrs.filter((cidr) => cidr.includes(":"));
  const ipv4 = vpcCidrs.filter((cidr) => !cidr.includes(":") && !covers(privateRanges.ipv4, cidr));
  return {
    to: [
      all("0.0.0.0/0", [...privateRanges.ipv4, ...ipv4.sort()]),
      ...(ipv6.length > 0 ? [all("::/0", [...privateRanges.ipv6, ...ipv6.sort()])] : []),
    ],
  };
}

const all = (cidr: string, except: string[]) => ({ ipBlock: { cidr, except } });
