// Proves, statement by statement, whom the driver's roles trust. Does not prove that AWS evaluates it so: the keys and their
// values are those of the EKS user guide.
import { expect } from "chai";
import { unknownPlace } from "../../../../components/plan/identity/place.ts";
import { trustPolicy } from "../../../../components/plan/identity/trust.ts";
import { inChina, place } from "./place.ts";

const account = { namespace: "kube-system", name: "efs-csi-node-sa" };

describe("trustPolicy", () => {
  it("lets EKS hand the role to one service account of one cluster: pod-identity", () => {
    expect(trustPolicy("pod-identity", account, place)).to.deep.equal({
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "PodIdentity",
          Effect: "Allow",
          Principal: { Service: "pods.eks.amazonaws.com" },
          Action: ["sts:AssumeRole", "sts:TagSession"],
          Condition: {
            StringEquals: {
              "aws:SourceAccount": "123456789012",
              "aws:RequestTag/eks-cluster-arn": place.clusterArn,
              "aws:RequestTag/kubernetes-namespace": "kube-system",
              "aws:RequestTag/kubernetes-service-account": "efs-csi-node-sa",
            },
          },
        },
      ],
    });
  });

  it("takes the token of one service account, written for AWS and signed by one cluster: irsa", () => {
    const issuer = "oidc.eks.us-east-1.amazonaws.com/id/0123456789ABCDEF0123456789ABCDEF";
    expect(trustPolicy("irsa", account, place)).to.deep.equal({
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "ServiceAccountToken",
          Effect: "Allow",
          Principal: { Federated: `arn:aws:iam::123456789012:oidc-provider/${issuer}` },
          Action: ["sts:AssumeRoleWithWebIdentity"],
          Condition: {
            StringEquals: {
              [`${issuer}:aud`]: "sts.amazonaws.com",
              [`${issuer}:sub`]: "system:serviceaccount:kube-system:efs-csi-node-sa",
            },
          },
        },
      ],
    });
  });

  it("has the same principal and audience in China, and China's ARNs", () => {
    const [byAgent] = trustPolicy("pod-identity", account, inChina).Statement;
    const [byToken] = trustPolicy("irsa", account, inChina).Statement;
    expect(byAgent?.Principal).to.deep.equal({ Service: "pods.eks.amazonaws.com" });
    expect(byAgent?.Condition?.StringEquals).to.include({
      "aws:RequestTag/eks-cluster-arn": "arn:aws-cn:eks:cn-north-1:123456789012:cluster/research",
    });
    expect(byToken?.Principal).to.deep.equal({ Federated: inChina.oidcProviderArn });
    expect(Object.values(byToken?.Condition?.StringEquals ?? {})).to.include("sts.amazonaws.com");
  });

  it("trusts nobody at all without a condition that names the service account", () => {
    for (const given of [place, inChina, unknownPlace])
      for (const giver of ["pod-identity", "irsa"] as const)
        for (const { Condition, Effect } of trustPolicy(giver, account, given).Statement) {
          expect(Effect).to.equal("Allow");
          expect(JSON.stringify(Condition)).to.include("efs-csi-node-sa").and.not.to.include("*");
        }
  });
});
