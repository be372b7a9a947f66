import { reasons } from "../components/plan/reasons.ts";
import type { FileSystemSettings, Lifecycle, ProgramSettings } from "../components/settings/settings.ts";
import { copies } from "./copiesRows.ts";
import { days } from "./days.ts";
import { shown } from "./shown.ts";
import type { Row, Section } from "./table.ts";

/** The file system and what it costs to keep files on it. */
export function fileSystem(create: FileSystemSettings, { tags }: Pick<ProgramSettings, "tags">): Section {
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
      ...copies(create),
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
