import { DescribeNodegroupCommand } from "@aws-sdk/client-eks";
import type { GetNodeGroupArgs, GetNodeGroupResult } from "@pulumi/aws/eks/getNodeGroup.js";
import type { AwsFunction } from "../function.ts";
import { eks } from "./clusters.ts";

/** `aws:eks/getNodeGroup:getNodeGroup`: its role and its state. */
export const getNodeGroup: AwsFunction<GetNodeGroupArgs, GetNodeGroupResult> = {
  title: "EKS Node Group",
  async read({ clusterName, nodeGroupName }, call) {
    const command = new DescribeNodegroupCommand({ clusterName, nodegroupName: nodeGroupName });
    const { nodegroup } = await eks(call).send(command);
    return {
      arn: nodegroup?.nodegroupArn ?? "",
      clusterName,
      id: `${clusterName}:${nodeGroupName}`,
      nodeGroupName,
      nodeRoleArn: nodegroup?.nodeRole ?? "",
      status: nodegroup?.status ?? "",
      subnetIds: nodegroup?.subnets ?? [],
    };
  },
};
