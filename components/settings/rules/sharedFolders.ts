import { formatPath } from "../path.ts";
import { forms } from "../shape/forms.ts";
import type { Rule } from "./rule.ts";

/** A folder's name is part of a path on EFS, and of the names of Kubernetes' objects. */
export const sharedFoldersRule: Rule = {
  // Names, not values: what is wrong with one folder is no reason to keep silent of another.
  looksAt: [],
  check: ({ settings: { sharedFolders } }) =>
    Object.keys(sharedFolders)
      .filter((name) => !forms.sharedFolder.test(name))
      .map((name) => ({
        path: formatPath(["sharedFolders", name]),
        rule: "must be named by 1 to 40 lower-case letters, digits and hyphens, no hyphen at an end",
        got: `the name ${JSON.stringify(name)}`,
        fix: "Write another name, like course-data: servers have it as ~/shared/course-data.",
      })),
};
