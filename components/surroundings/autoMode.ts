import type { GetClusterResult } from "@pulumi/aws/eks/getCluster.js";

/** What EKS runs nodes with, where it runs them itself. https://docs.aws.amazon.com/eks/latest/userguide/automode.html */
export const autoModeConfigs = ({
  computeConfigs,
}: Pick<GetClusterResult, "computeConfigs">): GetClusterResult["computeConfigs"] =>
  computeConfigs.filter(({ enabled }) => enabled);

export const isAutoMode = (cluster: Pick<GetClusterResult, "computeConfigs">): boolean =>
  autoModeConfigs(cluster).length > 0;
