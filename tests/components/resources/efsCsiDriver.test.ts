// Proves the children of EfsCsiDriver and their inputs under mocks. Does not prove that the chart takes the values or
// that AWS gives the role: tests/engine has the stand-ins' word for it.
import { expect } from "chai";
import { EfsCsiDriver, type EfsCsiDriverArgs } from "../../../components/resources/efsCsiDriver.ts";
import { versions } from "../../../components/versions.ts";
import { inputsOf, register, resources, valueOf } from "../../support/mocks.ts";

const args: EfsCsiDriverArgs = {
  clusterName: "research",
  clusterArn: "arn:aws:eks:us-east-1:123456789012:cluster/research",
  fileSystemId: "fs-0123456789abcdef0",
};
const oidcProviderArn = "arn:aws:iam::123456789012:oidc-provider/oidc.eks.us-east-1.amazonaws.com/id/0123";

const policyOf = (inputs: Record<string, unknown>, key: string): { Statement: { Sid: string }[] } =>
  JSON.parse(String(inputs[key])) as { Statement: { Sid: string }[] };

describe("EfsCsiDriver", () => {
  it("is one release, without any role, where identity is none", async () => {
    const { made, all } = await register(
      () => new EfsCsiDriver("bare", { ...args, identity: "none", access: "tls" }),
    );
    expect(resources(all)).to.deep.equal(["Release bare"]);
    expect(inputsOf(all, "Release", "bare")).to.deep.equal({
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
    expect([made.nodeRoleArn, made.nodeRoleName]).to.deep.equal([undefined, undefined]);
  });

  it("gives each part its role by pod identity in dynamic provisioning", async () => {
    const { made, all } = await register(
      () => new EfsCsiDriver("dynamic", { ...args, provisioning: "dynamic", tags: { team: "physics" } }),
    );
    expect(resources(all)).to.deep.equal([
      "PodIdentityAssociation dynamic-controller",
      "PodIdentityAssociation dynamic-node",
      "Release dynamic",
      "Role dynamic-controller",
      "Role dynamic-node",
      "RolePolicy dynamic-controller",
      "RolePolicy dynamic-node",
    ]);
    for (const part of ["controller", "node"]) {
      expect(inputsOf(all, "PodIdentityAssociation", `dynamic-${part}`)).to.deep.equal({
        clusterName: "research",
        namespace: "kube-system",
        serviceAccount: `efs-csi-${part}-sa`,
        roleArn: `arn:aws:iam::123456789012:role/dynamic-${part}`,
        tags: { Name: `efs-csi-${part}-sa`, team: "physics" },
      });
      const role = inputsOf(all, "Role", `dynamic-${part}`);
      expect(policyOf(role, "assumeRolePolicy").Statement.map(({ Sid }) => Sid)).to.deep.equal([
        "PodIdentity",
      ]);
      const rights = inputsOf(all, "RolePolicy", `dynamic-${part}`);
      expect(rights.role).to.equal(`dynamic-${part}`);
      expect(rights.policy).to.include("file-system/fs-0123456789abcdef0");
      // Pods that run already get no role: with it, the pods must change.
      expect(inputsOf(all, "Release", "dynamic")).to.have.nested.property(
        `values.${part}.podAnnotations.jupyterhub-efs/role`,
        "pod-identity",
      );
    }
    const { nodeRoleArn, nodeRoleName } = made;
    if (nodeRoleArn === undefined || nodeRoleName === undefined) throw new Error("no role of node pods");
    expect(await valueOf(nodeRoleArn)).to.equal("arn:aws:iam::123456789012:role/dynamic-node");
    expect(await valueOf(nodeRoleName)).to.equal("dynamic-node");
  });

  it("names each role at its service account with irsa, and makes no association", async () => {
    const { all } = await register(
      () => new EfsCsiDriver("irsa", { ...args, provisioning: "dynamic", identity: "irsa", oidcProviderArn }),
    );
    expect(resources(all)).to.deep.equal([
      "Release irsa",
      "Role irsa-controller",
      "Role irsa-node",
      "RolePolicy irsa-controller",
      "RolePolicy irsa-node",
    ]);
    const { values } = inputsOf(all, "Release", "irsa") as {
      values: Record<string, { serviceAccount: unknown }>;
    };
    for (const part of ["controller", "node"]) {
      expect(values[part]?.serviceAccount).to.deep.equal({
        name: `efs-csi-${part}-sa`,
        create: true,
        annotations: { "eks.amazonaws.com/role-arn": `arn:aws:iam::123456789012:role/irsa-${part}` },
      });
      const { assumeRolePolicy } = inputsOf(all, "Role", `irsa-${part}`);
      expect(assumeRolePolicy).to.include(oidcProviderArn).and.not.to.include("known after up");
    }
  });

  it("refuses irsa without a provider, and makes nothing", async () => {
    let thrown: unknown;
    const { all } = await register(() => {
      try {
        return new EfsCsiDriver("noprovider", { ...args, identity: "irsa" });
      } catch (error) {
        thrown = error;
        return undefined;
      }
    });
    expect(String(thrown)).to.include("associate-iam-oidc-provider");
    expect(resources(all)).to.deep.equal([]);
  });

  it("makes nothing where the driver is there already", async () => {
    const { made, all } = await register(
      () =>
        new EfsCsiDriver("there", {
          ...args,
          provisioning: "dynamic",
          access: "tls",
          driver: { install: "existing" },
        }),
    );
    expect(resources(all)).to.deep.equal([]);
    expect(await valueOf(made.version)).to.equal(undefined);
    expect(made.nodeRoleArn).to.equal(undefined);
  });

  it("makes the EKS add-on, and both associations itself: the add-on knows one of its two accounts", async () => {
    const driver = {
      install: "addon",
      addonVersion: "v3.0.0-eksbuild.1",
      values: { controller: { replicaCount: 1 } },
    } as const;
    const { all } = await register(
      () => new EfsCsiDriver("addon", { ...args, provisioning: "dynamic", driver }),
    );
    expect(resources(all)).to.deep.equal([
      "Addon addon",
      "PodIdentityAssociation addon-controller",
      "PodIdentityAssociation addon-node",
      "Role addon-controller",
      "Role addon-node",
      "RolePolicy addon-controller",
      "RolePolicy addon-node",
    ]);
    expect(inputsOf(all, "Addon", "addon")).to.deep.include({
      addonName: "aws-efs-csi-driver",
      addonVersion: "v3.0.0-eksbuild.1",
      clusterName: "research",
      configurationValues: '{"controller":{"replicaCount":1}}',
    });
  });

  it("makes neither in the update between two drivers of ours", async () => {
    const { all } = await register(
      () =>
        new EfsCsiDriver("between", {
          ...args,
          driver: { install: "addon" },
          movedFrom: { "driver.install": "helm" },
        }),
    );
    expect(resources(all)).to.deep.equal([
      "PodIdentityAssociation between-node",
      "Role between-node",
      "RolePolicy between-node",
    ]);
  });
});
