import { clusterRule } from "./cluster.ts";
import { databaseRules } from "./database.ts";
import { fileSystemRules } from "./fileSystem.ts";
import { movedFromRule } from "./movedFrom.ts";
import { homeDirectoryRules } from "./homeDirectory.ts";
import { homeLengthRule, homesPathRule } from "./homesPath.ts";
import { hubRules } from "./hub.ts";
import { imageRules } from "./image.ts";
import type { Rule } from "./rule.ts";
import { tagsRule } from "./tags.ts";

/** The rules across the component's settings. */
export const componentRules: readonly Rule[] = [
  ...fileSystemRules,
  homesPathRule,
  homeLengthRule,
  ...homeDirectoryRules,
  ...databaseRules,
  ...imageRules,
  ...hubRules,
  tagsRule,
  movedFromRule,
];

/** The rules across a stack file's settings. */
export const programRules: readonly Rule[] = [...componentRules, clusterRule];
