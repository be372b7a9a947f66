import { DescribeAddonCommand } from "@aws-sdk/client-eks";
import type { GetAddonArgs, GetAddonResult } from "@pulumi/aws/eks/getAddon.js";
import type { AwsFunction } from "../function.ts";
import { tagMap } from "../tags.ts";
import { eks, timeOf } from "./clusters.ts";

/** `aws:eks/getAddon:getAddon`: fails when the cluster has no such add-on. */
export const getAddon: AwsFunction<GetAddonArgs, GetAddonResult> = {
  title: "EKS Add-On",
  async read({ addonName, clusterName }, call) {
    const command = new DescribeAddonCommand({ addonName, clusterName });
    const { addon } = await eks(call).send(command, { abortSignal: call.signal });
    return {
      addonName,
      addonVersion: addon?.addonVersion ?? "",
      arn: addon?.addonArn ?? "",
      clusterName,
      configurationValues: addon?.configurationValues ?? "",
      createdAt: timeOf(addon?.createdAt),
      id: `${clusterName}:${addonName}`,
      modifiedAt: timeOf(addon?.modifiedAt),
      serviceAccountRoleArn: addon?.serviceAccountRoleArn ?? "",
      tags: { ...tagMap(addon?.tags) },
    };
  },
};
