import { accessRules } from "./access.ts";
import { allowedRules } from "./allowed.ts";
import { clusterRule } from "./cluster.ts";
import { databaseRules } from "./database.ts";
import { driverRules } from "./driver.ts";
import { existingRules, plainIdRule } from "./existing.ts";
import { fileSystemRules } from "./fileSystem.ts";
import { fixOwnersRule } from "./fixOwners.ts";
import { movedFromRule } from "./movedFrom.ts";
import { homeDirectoryRules } from "./homeDirectory.ts";
import { homeLengthRule, homesPathRule } from "./homesPath.ts";
import { hubRules } from "./hub.ts";
import { identityRule } from "./identity.ts";
import { imageRules } from "./image.ts";
import { replicationRules } from "./replication.ts";
import type { Rule } from "./rule.ts";
import { sharedFoldersRule } from "./sharedFolders.ts";
import { signInRules } from "./signIn.ts";
import { tagsRule } from "./tags.ts";

/** The rules across the component's settings. */
export const componentRules: readonly Rule[] = [
  ...fileSystemRules,
  ...existingRules,
  ...replicationRules,
  homesPathRule,
  homeLengthRule,
  ...homeDirectoryRules,
  sharedFoldersRule,
  ...databaseRules,
  ...imageRules,
  ...hubRules,
  ...driverRules,
  ...signInRules,
  ...allowedRules,
  tagsRule,
  ...accessRules,
  identityRule,
  movedFromRule,
  fixOwnersRule,
];

/** The rules across a stack file's settings. */
export const programRules: readonly Rule[] = [...componentRules, clusterRule, plainIdRule];
