import * as pulumi from "@pulumi/pulumi";
import { hubTag } from "../plan/tags.ts";
import { HUB_TAG } from "../settings/ownTags.ts";

/** The tag that says whose something is, where the cluster's name may be known only after an update. */
export const realHubTags = (
  clusterName: pulumi.Input<string> | undefined,
  namespace: string,
): Record<string, pulumi.Output<string>> =>
  clusterName === undefined
    ? {}
    : { [HUB_TAG]: pulumi.output(clusterName).apply((name) => hubTag(name, namespace)) };
