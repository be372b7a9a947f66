import { DescribeClusterCommand } from "@aws-sdk/client-eks";
import type { GetClusterArgs, GetClusterResult } from "@pulumi/aws/eks/getCluster.js";
import type { AwsFunction } from "../function.ts";
import { tagMap } from "../tags.ts";
import { eks, timeOf } from "./clusters.ts";

/** `aws:eks/getCluster:getCluster` */
export const getCluster: AwsFunction<GetClusterArgs, GetClusterResult> = {
  title: "EKS Cluster",
  async read({ name }, call) {
    const { cluster } = await eks(call).send(new DescribeClusterCommand({ name }), {
      abortSignal: call.signal,
    });
    const vpc = cluster?.resourcesVpcConfig;
    const network = cluster?.kubernetesNetworkConfig;
    return {
      accessConfigs: [
        {
          authenticationMode: cluster?.accessConfig?.authenticationMode ?? "",
          bootstrapClusterCreatorAdminPermissions:
            cluster?.accessConfig?.bootstrapClusterCreatorAdminPermissions ?? false,
        },
      ],
      arn: cluster?.arn ?? "",
      certificateAuthorities: [{ data: cluster?.certificateAuthority?.data ?? "" }],
      createdAt: timeOf(cluster?.createdAt),
      endpoint: cluster?.endpoint ?? "",
      id: name,
      identities: [{ oidcs: [{ issuer: cluster?.identity?.oidc?.issuer ?? "" }] }],
      kubernetesNetworkConfigs: [
        {
          elasticLoadBalancings: [],
          ipFamily: network?.ipFamily ?? "",
          serviceIpv4Cidr: network?.serviceIpv4Cidr ?? "",
          serviceIpv6Cidr: network?.serviceIpv6Cidr ?? "",
        },
      ],
      name: cluster?.name ?? name,
      platformVersion: cluster?.platformVersion ?? "",
      roleArn: cluster?.roleArn ?? "",
      status: cluster?.status ?? "",
      tags: { ...tagMap(cluster?.tags) },
      version: cluster?.version ?? "",
      vpcConfig: {
        clusterSecurityGroupId: vpc?.clusterSecurityGroupId ?? "",
        controlPlaneEgressMode: "",
        endpointPrivateAccess: vpc?.endpointPrivateAccess ?? false,
        endpointPublicAccess: vpc?.endpointPublicAccess ?? false,
        publicAccessCidrs: vpc?.publicAccessCidrs ?? [],
        securityGroupIds: vpc?.securityGroupIds ?? [],
        subnetIds: vpc?.subnetIds ?? [],
        vpcId: vpc?.vpcId ?? "",
      },
    };
  },
};
