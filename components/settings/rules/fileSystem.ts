import { PerformanceMode, ThroughputMode } from "../choices.ts";
import type { Draft } from "../draft.ts";
import type { Fault } from "../fault.ts";
import type { FileSystemSettings } from "../settings.ts";
import { faultIf, type Rule } from "./rule.ts";

const create = "fileSystem.create";

/** A check of a new file system. One that is there has none of these settings. */
const ofNew =
  (check: (created: FileSystemSettings) => readonly Fault[]) =>
  ({ settings }: { readonly settings: Draft }): readonly Fault[] =>
    settings.fileSystem.create === undefined ? [] : check(settings.fileSystem.create);

/** https://docs.aws.amazon.com/efs/latest/ug/performance.html#throughput-modes */
const throughput: Rule = {
  looksAt: [`${create}.throughputMode`, `${create}.provisionedThroughputMibps`],
  check: ofNew((created) => {
    const { throughputMode, provisionedThroughputMibps: mibps } = created;
    const path = `${create}.provisionedThroughputMibps`;
    const isProvisioned = throughputMode === ThroughputMode.Provisioned;
    return [
      ...faultIf(isProvisioned && mibps === undefined, () => ({
        path,
        rule: "must be said with throughput mode `provisioned`",
        got: "nothing",
        fix: "Give the MiB/s to pay for, or use throughput mode `elastic`.",
      })),
      ...faultIf(!isProvisioned && mibps !== undefined, () => ({
        path,
        rule: `is only for throughput mode \`provisioned\`, and the mode is \`${throughputMode}\``,
        got: String(mibps),
        fix: `Remove it, or set \`${create}.throughputMode\` to \`provisioned\`.`,
      })),
    ];
  }),
};

/** https://docs.aws.amazon.com/efs/latest/ug/performance.html#performancemodes */
const maxIO: Rule = {
  looksAt: [`${create}.performanceMode`, `${create}.throughputMode`, `${create}.oneZone`],
  check: ofNew((created) => {
    const { performanceMode, throughputMode, oneZone } = created;
    if (performanceMode !== PerformanceMode.MaxIO) return [];
    const fault = (other: string) => ({
      path: `${create}.performanceMode`,
      rule: `cannot be \`maxIO\` together with ${other}`,
      got: '"maxIO"',
      fix: "Use `generalPurpose`, which AWS advises for every file system.",
    });
    return [
      ...faultIf(throughputMode === ThroughputMode.Elastic, () => fault("throughput mode `elastic`")),
      ...faultIf(oneZone !== undefined, () => fault("`oneZone`")),
    ];
  }),
};

/** https://docs.aws.amazon.com/efs/latest/ug/lifecycle-management-efs.html */
const archive: Rule = {
  looksAt: [`${create}.lifecycle`, `${create}.throughputMode`, `${create}.performanceMode`],
  check: ofNew((created) => {
    const { lifecycle, throughputMode, performanceMode } = created;
    const { toArchiveAfterDays: days, toInfrequentAccessAfterDays: before } = lifecycle;
    if (days === undefined) return [];
    const fault = (rule: string, fix: string) => ({
      path: `${create}.lifecycle.toArchiveAfterDays`,
      rule,
      got: String(days),
      fix,
    });
    const infrequent = "`toInfrequentAccessAfterDays`";
    return [
      ...faultIf(before === undefined, () =>
        fault(`needs ${infrequent} beside it`, `Add ${infrequent} with fewer days.`),
      ),
      ...faultIf(before !== undefined && before >= days, () =>
        fault(
          `must be more than ${infrequent}, which is ${before ?? 0}`,
          `Use more days here, or fewer there.`,
        ),
      ),
      ...faultIf(throughputMode !== ThroughputMode.Elastic, () =>
        fault(
          "needs throughput mode `elastic`",
          `Set \`${create}.throughputMode\` to \`elastic\`, or remove it.`,
        ),
      ),
      ...faultIf(performanceMode !== PerformanceMode.GeneralPurpose, () =>
        fault("needs performance mode `generalPurpose`", `Set \`${create}.performanceMode\`, or remove it.`),
      ),
    ];
  }),
};

export const fileSystemRules: readonly Rule[] = [throughput, maxIO, archive];
