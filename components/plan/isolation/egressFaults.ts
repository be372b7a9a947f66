import type { Fault } from "../../settings/fault.ts";
import { isRecord, valueAt } from "../../settings/path.ts";
import type { HelmValues } from "../../settings/settings.ts";
import { show } from "../../settings/show.ts";
import { covers } from "../existing/cidr.ts";
import { NFS_PORT } from "../network.ts";

/**
 * Rules of the user's that let servers reach NFS in whole ranges in which mount targets are. A rule for single addresses,
 * or for other ports, is the user's own business.
 */
export function egressFaults(values: HelmValues, ranges: readonly string[]): Fault[] {
  const at = "hub.values.singleuser.networkPolicy.egress";
  const given = valueAt(values, ["singleuser", "networkPolicy", "egress"]);
  if (!Array.isArray(given)) return [];
  return given.flatMap((rule: unknown, index) => {
    const open = isRecord(rule) && letsNfsOut(rule.ports) ? openTo(rule.to, ranges) : undefined;
    return open === undefined
      ? []
      : [
          {
            path: `${at}[${index}]`,
            rule: `may not let servers reach port ${NFS_PORT} of ${open}, where mount targets or other users are`,
            got: show(rule, at),
            fix: `give it \`ports\` without ${NFS_PORT}, or the addresses that servers need, each as a /32`,
          },
        ];
  });
}

/** Without ports a rule is for all of them. EFS listens on TCP only. */
function letsNfsOut(ports: unknown): boolean {
  if (!Array.isArray(ports) || ports.length === 0) return true;
  return ports.some((entry: unknown) => {
    if (!isRecord(entry) || (entry.protocol ?? "TCP") !== "TCP") return false;
    const { port, endPort } = entry;
    if (port === undefined) return true;
    // A name is a port of a pod; a mount target is none.
    if (typeof port !== "number") return false;
    return port <= NFS_PORT && NFS_PORT <= (typeof endPort === "number" ? endPort : port);
  });
}

/** What a rule opens that it should not; a pod's selector is never a mount target. */
function openTo(to: unknown, ranges: readonly string[]): string | undefined {
  if (!Array.isArray(to) || to.length === 0) return "every address";
  return to
    .flatMap((peer: unknown) => ranges.filter((range) => opens(valueAt(peer, ["ipBlock"]), range)))
    .at(0);
}

function opens(block: unknown, range: string): boolean {
  if (!isRecord(block) || typeof block.cidr !== "string") return false;
  const except = Array.isArray(block.except) ? block.except.filter((cidr) => typeof cidr === "string") : [];
  return within(range, [block.cidr]) && !except.some((cidr) => within(range, [cidr]));
}

/** Of IPv6 only what is written alike, or everything, is compared. */
const within = (range: string, blocks: readonly string[]): boolean =>
  range.includes(":") ? blocks.some((block) => block === "::/0" || block === range) : covers(blocks, range);
