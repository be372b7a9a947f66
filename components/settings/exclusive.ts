import type { Fault } from "./fault.ts";
import { isRecord, valueAt } from "./path.ts";

/** "Make one" and "take that one" cannot both be meant. */
export const exclusiveFaults = (raw: unknown): Fault[] =>
  ["cluster", "fileSystem"].flatMap((path) => {
    const value = valueAt(raw, [path]);
    if (!isRecord(value) || value.create === undefined || value.existing === undefined) return [];
    return [
      {
        path,
        rule: "must have `create` or `existing`, not both",
        got: "both",
        fix: `Keep the one that is meant: \`${path}.create\` makes a new one, \`${path}.existing\` takes one that is there.`,
      },
    ];
  });
