// Proves how settings and surroundings become a place, and what of it is refused. Does not prove the lookups.
import { expect } from "chai";
import { siteOf } from "../../../components/plan/siteOf.ts";
import { programSettingsOf, surroundings } from "../../support/settings.ts";

const pathsOf = (raw: Record<string, unknown>, place = surroundings) =>
  siteOf(programSettingsOf(raw), place).faults.map(({ path }) => path);

describe("siteOf", () => {
  it("takes the cluster's own subnets, one per zone, and its own group", () => {
    expect(siteOf(programSettingsOf(), surroundings)).to.deep.equal({
      site: {
        clusterName: "research",
        clusterArn: "arn:aws:eks:us-east-1:123456789012:cluster/research",
        vpcId: "vpc-0123456789abcdef0",
        partition: "aws",
        subnets: { "us-east-1a": "subnet-0000000000000000a", "us-east-1b": "subnet-0000000000000000b" },
        podIdentityAgent: true,
        networkPolicy: true,
        vpcCidrs: ["10.0.0.0/16"],
        clientSecurityGroups: { "sg-0123456789abcdef0": "sg-0123456789abcdef0" },
      },
      faults: [],
      warnings: [],
    });
  });

  it("takes the subnets and groups that are named", () => {
    const network = {
      subnetIds: ["subnet-0000000000000000c"],
      clientSecurityGroupIds: ["sg-00000000000000001", "sg-00000000000000002"],
    };
    const { site } = siteOf(programSettingsOf({ network }), surroundings);
    expect(site.subnets).to.deep.equal({ "us-east-1a": "subnet-0000000000000000c" });
    expect(Object.keys(site.clientSecurityGroups)).to.deep.equal(network.clientSecurityGroupIds);
  });

  it("refuses a subnet that is not in the VPC, by its place in the list", () => {
    const network = { subnetIds: ["subnet-0000000000000000a", "subnet-0000000000000000f"] };
    expect(pathsOf({ network })).to.deep.equal(["network.subnetIds[1]"]);
  });

  it("refuses a single zone that no subnet is in", () => {
    expect(pathsOf({ fileSystem: { create: { oneZone: "us-east-1f" } } })).to.deep.equal([
      "fileSystem.create.oneZone",
    ]);
  });

  it("refuses roles that cannot reach their pods, unless none is made", () => {
    const place = { ...surroundings, cluster: { ...surroundings.cluster, podIdentityAgent: false } };
    expect(pathsOf({ provisioning: "dynamic" }, place)).to.deep.equal(["identity"]);
    expect(pathsOf({ provisioning: "dynamic", identity: "irsa" }, place)).to.deep.equal(["identity"]);
    expect(
      pathsOf({ provisioning: "dynamic", access: "tls", driver: { install: "existing" } }, place),
    ).to.deep.equal([]);
    expect(pathsOf({ access: "tls" }, place)).to.deep.equal([]);
    const oidcProviderArn = "arn:aws:iam::123456789012:oidc-provider/oidc.eks.us-east-1.amazonaws.com/id/0";
    const cluster = { ...place.cluster, oidcProviderArn };
    expect(pathsOf({ identity: "irsa" }, { ...place, cluster })).to.deep.equal([]);
  });

  it("judges nothing that was not looked up", () => {
    const { site, faults } = siteOf(programSettingsOf({ provisioning: "dynamic" }));
    expect(faults).to.deep.equal([]);
    expect(site).to.deep.equal({
      clusterName: "research",
      clusterArn: "(known after up)",
      oidcProviderArn: "(known after up)",
      vpcId: "(known after up)",
      partition: "aws",
    });
  });
});
