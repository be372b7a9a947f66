import type { ResourceRule, StackRule } from "../rule.ts";
import { encrypted } from "./encrypted.ts";
import { fileSystemPolicy } from "./fileSystemPolicy.ts";
import { nfsFromGroups } from "./nfsFromGroups.ts";
import { noPlainNfs } from "./noPlainNfs.ts";
import { noRootVolume } from "./noRootVolume.ts";
import { protectedData } from "./protectedData.ts";
import { retained } from "./retained.ts";

/** Checked before a resource is made. */
export const resourceRules: readonly ResourceRule[] = [
  encrypted,
  protectedData,
  nfsFromGroups,
  noRootVolume,
  noPlainNfs,
  retained,
];

/** Checked when everything is known. */
export const stackRules: readonly StackRule[] = [fileSystemPolicy];
