import { KNOWN_AFTER_UP, type Plan } from "../components/plan/plan.ts";
import type { Access } from "../components/settings/choices.ts";
import { reasons } from "../components/plan/reasons.ts";
import { shown } from "./shown.ts";
import type { Row, Section } from "./table.ts";

/** Who may mount, and where. `subnets` are all that could have been chosen, with their zones. */
export const network = (plan: Plan, subnets: Readonly<Record<string, string>>): Section => ({
  title: "Network",
  rows: [whoMounts(plan), ...clients(plan), ...existingTargets(plan), ...newTargets(plan, subnets)],
});

/** Whom the file system lets in. */
const clientOf: Readonly<Record<Access, string>> = {
  iam: "the driver's role",
  tls: "whoever speaks TLS",
  open: "whoever reaches it",
};

const whoMounts = ({ access, existingFileSystem }: Plan): Row => ({
  label: "mounts for",
  value: clientOf[access],
  reason: reasons.access(access, existingFileSystem !== undefined),
});

const unknown = (label: string): Row[] => [
  { label, value: KNOWN_AFTER_UP, reason: reasons.unknownNetwork() },
];

function clients({ securityGroupIngressRules: rules = {} }: Plan): Row[] {
  if (rules === KNOWN_AFTER_UP) return unknown("NFS from");
  return Object.values(rules).map(({ referencedSecurityGroupId: group }, index, { length }) => ({
    label: index === 0 ? "NFS from" : "",
    value: shown(group),
    ...(index === 0 && { reason: reasons.clients(length) }),
  }));
}

function existingTargets({ existingMountTargets: targets = {} }: Plan): Row[] {
  if (targets === KNOWN_AFTER_UP) return unknown("existing targets");
  return Object.entries(targets).map(([zone, { id }]) => ({
    label: zone,
    value: shown(id),
    reason: reasons.existingMountTarget(),
  }));
}

function newTargets({ mountTargets }: Plan, subnets: Readonly<Record<string, string>>): Row[] {
  if (mountTargets === KNOWN_AFTER_UP) return unknown("mount targets");
  return Object.entries(mountTargets).map(([zone, { subnetId }]) => ({
    label: zone,
    value: shown(subnetId),
    reason: reasons.mountTarget(
      zone,
      Object.keys(subnets).filter((id) => subnets[id] === zone),
    ),
  }));
}
