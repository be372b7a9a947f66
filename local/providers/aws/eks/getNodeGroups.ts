import { ListNodegroupsCommand } from "@aws-sdk/client-eks";
import type { GetNodeGroupsArgs, GetNodeGroupsResult } from "@pulumi/aws/eks/getNodeGroups.js";
import type { AwsFunction } from "../function.ts";
import { eks } from "./clusters.ts";

/** `aws:eks/getNodeGroups:getNodeGroups`: none is an answer. */
export const getNodeGroups: AwsFunction<GetNodeGroupsArgs, GetNodeGroupsResult> = {
  title: "EKS Node Groups",
  async read({ clusterName }, call) {
    const answer = await eks(call).send(new ListNodegroupsCommand({ clusterName }));
    return { clusterName, id: clusterName, names: answer.nodegroups ?? [] };
  },
};
