import type { Fault } from "./fault.ts";
import { formatPath, leaves, type Path } from "./path.ts";

/** What the engine makes of an unquoted date in a stack file: Go's way to print a time. */
const goTime = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d(?:\.\d+)?) [+-]\d{4} \S+$/;

/** Image tags are often dates. Without quotes YAML makes a point in time of them, and no image has such a tag. */
export const dateFaults = (raw: unknown): { path: Path; fault: Fault }[] =>
  [...leaves(raw)].flatMap(({ path, value }) => {
    const [, date, time] = goTime.exec(typeof value === "string" ? value : "") ?? [];
    if (date === undefined || time === undefined) return [];
    const written = time === "00:00:00" ? date : `${date} ${time}`;
    const fault = {
      path: formatPath(path),
      rule: "must be text, but an unquoted date is a point in time to YAML",
      got: JSON.stringify(value),
      fix: `Put it in quotes: "${written}".`,
    };
    return [{ path, fault }];
  });
