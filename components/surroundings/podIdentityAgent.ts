import { getAddon } from "@pulumi/aws/eks/getAddon.js";
import type { GetClusterResult } from "@pulumi/aws/eks/getCluster.js";
import { isAutoMode } from "./autoMode.ts";
import { unlessMissing } from "./notFound.ts";

/**
 * Whether pods can get roles by EKS Pod Identity: the agent is an add-on, and a part of Auto Mode.
 * https://docs.aws.amazon.com/eks/latest/userguide/pod-id-agent-setup.html
 */
export async function hasPodIdentityAgent(
  cluster: Pick<GetClusterResult, "name" | "computeConfigs">,
): Promise<boolean> {
  if (isAutoMode(cluster)) return true;
  // There is no call that lists add-ons.
  const addon = getAddon({ clusterName: cluster.name, addonName: "eks-pod-identity-agent" });
  return (await unlessMissing(addon)) !== undefined;
}
