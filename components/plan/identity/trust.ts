import { Identity } from "../../settings/choices.ts";
import { KNOWN_AFTER_UP } from "../plan.ts";
import { type PolicyDocument, policyOf, type PolicyStatement } from "../policyDocument.ts";
import { accountOf, type DriverPlace } from "./place.ts";

/** A way by which pods get a role. */
export type RoleGiver = Exclude<Identity, "none">;

/** A service account in the cluster. */
export interface ServiceAccount {
  readonly namespace: string;
  readonly name: string;
}

/** Who may take a role: the pods of one service account of one cluster, and nobody else. */
export const trustPolicy = (giver: RoleGiver, account: ServiceAccount, place: DriverPlace): PolicyDocument =>
  policyOf(trust[giver](account, place));

const trust: Readonly<Record<RoleGiver, (account: ServiceAccount, place: DriverPlace) => PolicyStatement>> = {
  /**
   * EKS names cluster and service account in tags of its request, which nobody else can write: the principal is EKS
   * itself. The name is the same in every partition.
   * https://docs.aws.amazon.com/eks/latest/userguide/pod-id-role.html
   * https://docs.aws.amazon.com/eks/latest/userguide/pod-id-abac.html
   */
  [Identity.PodIdentity]: ({ namespace, name }, place) => ({
    Sid: "PodIdentity",
    Effect: "Allow",
    Principal: { Service: "pods.eks.amazonaws.com" },
    Action: ["sts:AssumeRole", "sts:TagSession"],
    Condition: {
      StringEquals: {
        "aws:SourceAccount": accountOf(place),
        "aws:RequestTag/eks-cluster-arn": place.clusterArn,
        "aws:RequestTag/kubernetes-namespace": namespace,
        "aws:RequestTag/kubernetes-service-account": name,
      },
    },
  }),
  /**
   * The audience is the same in every partition, China's too: it is what EKS writes into the token.
   * https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html
   */
  [Identity.Irsa]: ({ namespace, name }, { oidcProviderArn }) => ({
    Sid: "ServiceAccountToken",
    Effect: "Allow",
    Principal: { Federated: oidcProviderArn },
    Action: ["sts:AssumeRoleWithWebIdentity"],
    Condition: {
      StringEquals: {
        [`${issuerOf(oidcProviderArn)}:aud`]: "sts.amazonaws.com",
        [`${issuerOf(oidcProviderArn)}:sub`]: `system:serviceaccount:${namespace}:${name}`,
      },
    },
  }),
};

/** Conditions name the provider by its address without the scheme, which is what its ARN ends with. */
const issuerOf = (oidcProviderArn: string): string =>
  /:oidc-provider\/(.+)$/.exec(oidcProviderArn)?.[1] ?? KNOWN_AFTER_UP;
