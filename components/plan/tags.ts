import type { Input } from "@pulumi/pulumi";
import { HUB_TAG } from "../settings/ownTags.ts";
import { KNOWN_AFTER_UP } from "./plan.ts";

/** The name of what all hubs of a stack share, in the console. */
export const HOMES = "jupyterhub-homes";

/** The user's tags, and a name for the console unless the user gave one. */
export const namedTags = (
  name: string,
  tags: Readonly<Record<string, Input<string>>>,
): Record<string, Input<string>> => ({ Name: name, ...tags });

/** Whose something is that two hubs on one file system could confuse. */
export const hubTag = (clusterName: string, namespace: string): string => `${clusterName}/${namespace}`;

/** The tag that says it; none where the cluster is not told. */
export const hubTags = (
  clusterName: Input<string> | undefined,
  namespace: string,
): Partial<Record<typeof HUB_TAG, string>> =>
  clusterName === undefined
    ? {}
    : { [HUB_TAG]: typeof clusterName === "string" ? hubTag(clusterName, namespace) : KNOWN_AFTER_UP };
