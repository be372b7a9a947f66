import type { DriverPlace } from "../../../../components/plan/identity/place.ts";

/** A cluster, its provider and a file system. */
export const place: DriverPlace = {
  clusterArn: "arn:aws:eks:us-east-1:123456789012:cluster/research",
  oidcProviderArn:
    "arn:aws:iam::123456789012:oidc-provider/oidc.eks.us-east-1.amazonaws.com/id/0123456789ABCDEF0123456789ABCDEF",
  fileSystemId: "fs-0123456789abcdef0",
};

/** The same in China. */
export const inChina: DriverPlace = {
  clusterArn: "arn:aws-cn:eks:cn-north-1:123456789012:cluster/research",
  oidcProviderArn:
    "arn:aws-cn:iam::123456789012:oidc-provider/oidc.eks.cn-north-1.amazonaws.com.cn/id/0123456789ABCDEF0123456789ABCDEF",
  fileSystemId: "fs-0123456789abcdef0",
};
