import { isRecord, valueAt } from "../../settings/path.ts";
import type { HelmValues, Settings } from "../../settings/settings.ts";
import { jupyterhubChart, networkToolsImage } from "../../versions.ts";
import { NFS_PORT } from "../network.ts";
import { METADATA, POD_IDENTITY } from "./addresses.ts";
import { serversHaveRole } from "./serverRole.ts";

/** The name of our init container. A profile, or another init container, cannot have it. */
export const BLOCK_NFS = "block-nfs";

/**
 * The init container that closes, in the pod's own network, what no user needs: NFS, and credentials that are not
 * theirs. As root in the pod, so that no later process of the pod, which has no right to, can open it again; the
 * kubelet and the driver mount from the node's network and are not touched.
 */
export const blockNfsContainer = ({ hub }: { readonly hub: Pick<Settings["hub"], "chart" | "values"> }) => {
  const given = valueAt(hub.values, ["singleuser", "networkTools"]);
  const { image, resources } = isRecord(given) ? given : {};
  const { name, tag, pullPolicy } = isRecord(image) ? image : {};
  return {
    name: BLOCK_NFS,
    // The chart's own, that blocks the metadata service: nodes have it, and a mirror's name for it counts here, too.
    image: `${textOr(name, networkToolsImage)}:${textOr(tag, hub.chart.version ?? jupyterhubChart.version)}`,
    ...(typeof pullPolicy === "string" && { imagePullPolicy: pullPolicy }),
    command: ["sh", "-c", blockScript(hub.values)],
    ...(isRecord(resources) && { resources }),
    securityContext: { privileged: true, runAsUser: 0, capabilities: { add: ["NET_ADMIN"] } },
  };
};

const textOr = (value: unknown, otherwise: string): string =>
  typeof value === "string" && value !== "" ? value : otherwise;

/**
 * Any failure ends it, and with it the start of the server. KubeSpawner fills in what stands in braces, and the kubelet
 * what follows a dollar and a bracket: there is neither.
 */
function blockScript(values: HelmValues): string {
  const credentials = (family: "ipv4" | "ipv6"): string[] => [
    // The chart blocks the metadata service's IPv4 address, and only that.
    ...(family === "ipv6" ? [METADATA.ipv6] : []),
    ...(serversHaveRole(values) ? [] : [POD_IDENTITY[family]]),
  ];
  const drops = (family: "ipv4" | "ipv6"): string[] => [
    ...["tcp", "udp"].map((protocol) => `--protocol ${protocol} --destination-port ${NFS_PORT}`),
    ...credentials(family).map((address) => `--protocol tcp --destination ${address}`),
  ];
  const rules = (command: string, family: "ipv4" | "ipv6", indent = "") =>
    drops(family).map((match) => `${indent}${command} --append OUTPUT ${match} --jump DROP`);
  return [
    "set -e",
    ...rules("iptables", "ipv4"),
    // A scope of 00 is an address that reaches beyond the node. Every pod has the others.
    "if [ -e /proc/net/if_inet6 ] && grep -Eq '^[0-9a-f]+ [0-9a-f]+ [0-9a-f]+ 00 ' /proc/net/if_inet6; then",
    // Alpine keeps the name ip6tables in a package that the image lacks, and the program itself in the one that it has.
    "  ip6=ip6tables",
    '  command -v "$ip6" >/dev/null || ip6="xtables-legacy-multi ip6tables"',
    ...rules("$ip6", "ipv6", "  "),
    "fi",
    "",
  ].join("\n");
}
