import type { Fault } from "../../settings/fault.ts";
import { isRecord, valueAt } from "../../settings/path.ts";
import type { HelmValues } from "../../settings/settings.ts";
import { isOpaque } from "../../settings/secret.ts";
import { show } from "../../settings/show.ts";
import { contains, isCidr, isSingle } from "../existing/cidr.ts";
import { NFS_PORT } from "../network.ts";

/**
 * Rules of the user's that let servers reach NFS in ranges in which mount targets may be. A rule for single addresses, or
 * for other ports, is the user's own business; what is no range is taken for open.
 * https://kubernetes.io/docs/reference/kubernetes-api/policy-resources/network-policy-v1/
 */
export function egressFaults(values: HelmValues, ranges: readonly string[]): Fault[] {
  const at = "hub.values.singleuser.networkPolicy.egress";
  const given = valueAt(values, ["singleuser", "networkPolicy", "egress"]);
  if (!Array.isArray(given)) return [];
  return given.flatMap((rule: unknown, index) => {
    // What cannot be looked into is refused already (unread.ts).
    if (isOpaque(rule)) return [];
    const { ports, to } = isRecord(rule) ? rule : {};
    const open = letsNfsOut(ports) ? openTo(to, ranges) : undefined;
    return open === undefined
      ? []
      : [
          {
            path: `${at}[${index}]`,
            rule: `may not let servers reach port ${NFS_PORT} of ${open}, where mount targets or other users are`,
            got: show(rule, at),
            fix: `give it \`ports\` without ${NFS_PORT} (1 to ${NFS_PORT - 1} and ${NFS_PORT + 1} to 65535 are all others), or the addresses that servers need, each as a /32, or a /128 of IPv6`,
          },
        ];
  });
}

/** Without ports, or with a null, a rule is for all of them. EFS listens on TCP only. */
function letsNfsOut(ports: unknown): boolean {
  if (!Array.isArray(ports) || ports.length === 0) return true;
  return ports.some((entry: unknown) => {
    if (!isRecord(entry)) return true;
    const { protocol, port, endPort } = entry;
    if (typeof protocol === "string" && protocol !== "TCP") return false;
    // A name is a port of a pod; a mount target is none.
    if (typeof port === "string") return false;
    if (typeof port !== "number") return true;
    return port <= NFS_PORT && NFS_PORT <= (typeof endPort === "number" ? endPort : port);
  });
}

/** What a rule opens that it should not. */
function openTo(to: unknown, ranges: readonly string[]): string | undefined {
  if (!Array.isArray(to) || to.length === 0) return "every address";
  return to.flatMap((peer: unknown) => ranges.filter((range) => opens(peer, range))).at(0);
}

/** Also a part of a range, for several parts may make the whole. A pod's selector is never a mount target. */
function opens(peer: unknown, range: string): boolean {
  if (!isRecord(peer)) return true;
  const { ipBlock } = peer;
  if (ipBlock === undefined || ipBlock === null) return false;
  const { cidr, except } = isRecord(ipBlock) ? ipBlock : {};
  if (typeof cidr !== "string" || !isCidr(cidr)) return true;
  const inBoth = [cidr, range].find((part) => contains(cidr, part) && contains(range, part));
  return inBoth !== undefined && !isSingle(cidr) && !excepts(except, inBoth);
}

const excepts = (except: unknown, range: string): boolean =>
  Array.isArray(except) && except.some((cidr) => typeof cidr === "string" && contains(cidr, range));
