import { nearest } from "../nearest.ts";
import { formatPath } from "../path.ts";
import { recordedPaths } from "../recordedPaths.ts";
import { show } from "../show.ts";
import type { Rule } from "./rule.ts";

/** A word for a setting that nothing rests on would let nothing through: it is misspelt. */
export const movedFromRule: Rule = {
  looksAt: ["movedFrom"],
  check: ({ settings }) =>
    Object.entries(settings.movedFrom)
      .filter(([path]) => !recordedPaths.includes(path))
      .map(([path, value]) => {
        const near = nearest(path, recordedPaths);
        const written = formatPath(["movedFrom", path]);
        return {
          path: written,
          rule: "must name a setting that homes rest on",
          got: show(value, written),
          fix:
            near === undefined
              ? `Remove it, or use one of ${recordedPaths.join(", ")}.`
              : `Did you mean \`${near}\`?`,
        };
      }),
};
