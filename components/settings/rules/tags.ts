import type { Fault } from "../fault.ts";
import { OWN_TAGS } from "../ownTags.ts";
import { formatPath } from "../path.ts";
import { forms } from "../shape/forms.ts";
import { faultIf, type Rule } from "./rule.ts";

/** EFS takes 50 tags; the rest is for ours. */
const MAX_TAGS = 40;

/** The driver deletes access points that carry it. */
const driversTag = "efs.csi.aws.com/cluster";

/** https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html */
export const tagsRule: Rule = {
  // Keys, not values: what is wrong with one tag is no reason to keep silent of another.
  looksAt: [],
  check: ({ settings: { tags } }) => {
    const keys = Object.keys(tags);
    return [
      ...faultIf(keys.length > MAX_TAGS, () => ({
        path: "tags",
        rule: `must be at most ${MAX_TAGS}`,
        got: `${keys.length} tags`,
        fix: "Remove some: EFS takes 50, and some are ours.",
      })),
      ...keys.flatMap(keyFaults),
    ];
  },
};

function keyFaults(key: string): Fault[] {
  const fault = (rule: string, fix: string) => ({
    path: formatPath(["tags", key]),
    rule,
    got: `the key ${JSON.stringify(key)}`,
    fix,
  });
  if (key === driversTag) {
    return [
      fault("must not be the EFS CSI driver's own tag: the driver may delete what carries it", "Remove it."),
    ];
  }
  if (/^aws:/i.test(key))
    return [fault("must not begin with `aws:`, which is AWS's own", "Use another prefix.")];
  if (key.startsWith(OWN_TAGS)) {
    return [
      fault(`must not begin with \`${OWN_TAGS}\`, by which we know our own`, "Use another prefix, or none."),
    ];
  }
  return faultIf(!forms.tagKey.test(key), () =>
    fault("must be a key that AWS takes", "Use 1 to 128 letters, digits, spaces and _.:/=+-@."),
  );
}
