import { getAddon } from "@pulumi/aws/eks/getAddon.js";
import type { GetClusterResult } from "@pulumi/aws/eks/getCluster.js";
import { parse } from "yaml";
import { valueAt } from "../settings/path.ts";
import { isAutoMode } from "./autoMode.ts";
import { unlessMissing } from "./notFound.ts";

/**
 * Whether the network plugin enforces network policies, as far as AWS can tell: by the settings of the add-on vpc-cni.
 * Undefined: a plugin that somebody installed, or Auto Mode, where objects of the cluster decide; or we may not ask.
 * https://docs.aws.amazon.com/eks/latest/userguide/cni-network-policy-configure.html
 * https://docs.aws.amazon.com/eks/latest/userguide/auto-net-pol.html
 */
export async function enforcesNetworkPolicies(
  cluster: Pick<GetClusterResult, "name" | "computeConfigs">,
): Promise<boolean | undefined> {
  if (isAutoMode(cluster)) return undefined;
  const addon = await unlessRefused(
    unlessMissing(getAddon({ clusterName: cluster.name, addonName: "vpc-cni" })),
  );
  return addon && isSwitchedOn(addon.configurationValues);
}

/** The add-on takes JSON and YAML, and the value as text. */
export function isSwitchedOn(configurationValues: string): boolean {
  const enabled = valueAt(parse(configurationValues), ["enableNetworkPolicy"]);
  return enabled === true || enabled === "true";
}

/** Only a warning rests on it: nobody should need another permission for that. */
async function unlessRefused<T>(lookup: Promise<T>): Promise<T | undefined> {
  try {
    return await lookup;
  } catch (error) {
    if (error instanceof Error && /AccessDenied|not authorized/.test(error.message)) return undefined;
    throw error;
  }
}
