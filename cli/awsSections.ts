import { KNOWN_AFTER_UP, type Plan } from "../components/plan/plan.ts";
import { reasons } from "../components/plan/reasons.ts";
import type { Lifecycle, ProgramSettings } from "../components/settings/settings.ts";
import { shown } from "./shown.ts";
import type { Row, Section } from "./table.ts";

/** The file system and what it costs to keep files on it. */
export function fileSystem({ fileSystem: { create }, tags }: ProgramSettings): Section {
  if (create === undefined) return { title: "File system", rows: [] };
  const { throughputMode, provisionedThroughputMibps: mibps, performanceMode, oneZone, kmsKeyArn } = create;
  return {
    title: "File system",
    rows: [
      { label: "encrypted", value: "true", reason: reasons.encrypted() },
      {
        label: "key",
        value: kmsKeyArn === undefined ? "aws/elasticfilesystem" : shown(kmsKeyArn),
        reason: reasons.key(create),
      },
      {
        label: "throughput",
        value: mibps === undefined ? throughputMode : `${throughputMode}, ${mibps} MiB/s`,
        reason: reasons.throughput(throughputMode),
      },
      { label: "performance", value: performanceMode, reason: reasons.performance(performanceMode) },
      { label: "kept in", value: oneZone ?? "every zone of the region", reason: reasons.zones(oneZone) },
      ...lifecycle(create.lifecycle),
      ...Object.entries(tags).map(([key, value]) => ({ label: "tag", value: `${key}=${shown(value)}` })),
    ],
  };
}

function lifecycle(policy: Lifecycle): Row[] {
  const { toInfrequentAccessAfterDays: infrequent, toArchiveAfterDays: archive, backOnFirstAccess } = policy;
  return [
    ...(infrequent === undefined
      ? []
      : [
          {
            label: "infrequent access",
            value: `after ${days(infrequent)}`,
            reason: reasons.infrequentAccess(),
          },
        ]),
    ...(archive === undefined
      ? []
      : [{ label: "archive", value: `after ${days(archive)}`, reason: reasons.archive() }]),
    ...(backOnFirstAccess === true
      ? [{ label: "back again", value: "on first access", reason: reasons.backOnFirstAccess() }]
      : []),
  ];
}

const days = (count: number): string => (count === 1 ? "1 day" : `${count} days`);

/** Who may mount, and where. `subnets` are all that could have been chosen, with their zones. */
export function network(plan: Plan, subnets: Readonly<Record<string, string>>): Section {
  const { mountTargets, securityGroupIngressRules: rules } = plan;
  return {
    title: "Network",
    rows: [
      ...(rules === KNOWN_AFTER_UP
        ? [{ label: "NFS from", value: KNOWN_AFTER_UP, reason: reasons.unknownNetwork() }]
        : Object.values(rules).map(({ referencedSecurityGroupId: group }, index, { length }) => ({
            label: index === 0 ? "NFS from" : "",
            value: shown(group),
            ...(index === 0 && { reason: reasons.clients(length) }),
          }))),
      ...(mountTargets === KNOWN_AFTER_UP
        ? [{ label: "mount targets", value: KNOWN_AFTER_UP, reason: reasons.unknownNetwork() }]
        : Object.entries(mountTargets).map(([zone, { subnetId }]) => ({
            label: zone,
            value: shown(subnetId),
            reason: reasons.mountTarget(
              zone,
              Object.keys(subnets).filter((id) => subnets[id] === zone),
            ),
          }))),
    ],
  };
}
