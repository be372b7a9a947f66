import { deepmergeCustom } from "deepmerge-ts";
import type { HelmValues } from "../settings/settings.ts";

/**
 * Helm's way of merging: records merge key by key, lists replace each other, and null survives (it deletes the
 * chart's default). Outputs and secrets are leaves.
 */
const merge = deepmergeCustom({ mergeArrays: false, mergeMaps: false, mergeSets: false });

export const mergeValues = (...layers: readonly HelmValues[]): HelmValues => merge(...layers) as HelmValues;
