// Proves the children of EfsCsiDriver and their inputs under mocks. Does not prove that the chart takes the values or
// that AWS gives the role: tests/engine has the stand-ins' word for it.
import { expect } from "chai";
import { EfsCsiDriver } from "../../../components/resources/efsCsiDriver.ts";
import { versions } from "../../../components/versions.ts";
import { inputsOf, register, resources, valueOf } from "../../support/mocks.ts";

describe("EfsCsiDriver", () => {
  it("is one release, without any role, in static provisioning", async () => {
    const { all } = await register(() => new EfsCsiDriver("static", { clusterName: "research" }));
    expect(resources(all)).to.deep.equal(["Release static"]);
    expect(inputsOf(all, "Release", "static")).to.deep.equal({
      name: "aws-efs-csi-driver",
      namespace: "kube-system",
      chart: "aws-efs-csi-driver",
      version: versions.efsCsiDriverChart,
      repositoryOpts: { repo: "https://kubernetes-sigs.github.io/aws-efs-csi-driver/" },
      timeout: 600,
      maxHistory: 10,
      compat: "true",
      values: {
        controller: {
          timeout: "60s",
          deleteAccessPointRootDir: false,
          serviceAccount: { name: "efs-csi-controller-sa" },
        },
        useHelmHooksForCSIDriver: true,
      },
    });
  });

  it("gives the controller its role by pod identity in dynamic provisioning", async () => {
    const { all } = await register(
      () =>
        new EfsCsiDriver("dynamic", {
          clusterName: "research",
          provisioning: "dynamic",
          partition: "aws-cn",
          tags: { team: "physics" },
        }),
    );
    expect(resources(all)).to.deep.equal([
      "PodIdentityAssociation dynamic-controller",
      "Release dynamic",
      "Role dynamic-controller",
      "RolePolicyAttachment dynamic-controller",
    ]);
    expect(inputsOf(all, "PodIdentityAssociation", "dynamic-controller")).to.deep.equal({
      clusterName: "research",
      namespace: "kube-system",
      serviceAccount: "efs-csi-controller-sa",
      roleArn: "arn:aws:iam::123456789012:role/dynamic-controller",
      tags: { Name: "efs-csi-controller-sa", team: "physics" },
    });
    expect(inputsOf(all, "RolePolicyAttachment", "dynamic-controller")).to.include({
      policyArn: "arn:aws-cn:iam::aws:policy/service-role/AmazonEFSCSIDriverPolicy",
    });
    // Pods that run already get no role: with provisioning, the pods must change.
    expect(inputsOf(all, "Release", "dynamic")).to.have.nested.property(
      "values.controller.podAnnotations.jupyterhub-efs/role",
      "pod-identity",
    );
    const role = inputsOf(all, "Role", "dynamic-controller") as { assumeRolePolicy: string };
    expect(JSON.parse(role.assumeRolePolicy)).to.deep.equal({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { Service: "pods.eks.amazonaws.com" },
          Action: ["sts:AssumeRole", "sts:TagSession"],
        },
      ],
    });
  });

  it("makes nothing where the driver is there already", async () => {
    const { made, all } = await register(
      () =>
        new EfsCsiDriver("there", {
          clusterName: "research",
          provisioning: "dynamic",
          access: "tls",
          driver: { install: "existing" },
        }),
    );
    expect(resources(all)).to.deep.equal([]);
    expect(await valueOf(made.chartVersion)).to.equal(undefined);
  });
});
