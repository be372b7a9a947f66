import type { GetClusterResult } from "@pulumi/aws/eks/getCluster.js";
import { getOpenIdConnectProvider } from "@pulumi/aws/iam/getOpenIdConnectProvider.js";
import { unlessMissing } from "./notFound.ts";

/**
 * The ARN of the OpenID Connect provider by which IAM trusts the tokens of a cluster's service accounts: EKS makes the
 * issuer, and somebody has to make IAM know it. https://docs.aws.amazon.com/eks/latest/userguide/enable-iam-roles-for-service-accounts.html
 */
export async function findOidcProvider({
  identities,
}: Pick<GetClusterResult, "identities">): Promise<string | undefined> {
  const url = identities[0]?.oidcs[0]?.issuer ?? "";
  if (url === "") return undefined;
  return (await unlessMissing(getOpenIdConnectProvider({ url })))?.arn;
}
