// Proves which mount targets and rules a stack gets, out of any subnets. Does not prove that AWS takes them.
import { expect } from "chai";
import fc from "fast-check";
import { planIngressRules, planSecurityGroup, subnetPerZone } from "../../../components/plan/network.ts";
import { planMountTargets } from "../../../components/plan/mountTargets.ts";
import { settingsOf, site } from "../../support/settings.ts";

const zone = fc.constantFrom("us-east-1a", "us-east-1b", "us-east-1c", "us-east-1d");
const subnetId = fc.stringMatching(/^subnet-[0-9a-f]{17}$/);
const zones = fc.dictionary(subnetId, zone, { minKeys: 1, maxKeys: 12, noNullPrototype: true });

describe("subnetPerZone", () => {
  it("chooses one subnet in each zone that has one, and only there, whatever the subnets", () => {
    fc.assert(
      fc.property(zones, (zoneOf) => {
        const chosen = subnetPerZone(zoneOf);
        expect(Object.keys(chosen).sort()).to.deep.equal([...new Set(Object.values(zoneOf))].sort());
        for (const [name, id] of Object.entries(chosen)) expect(zoneOf[id]).to.equal(name);
      }),
    );
  });

  it("chooses the same whatever the order of the list", () => {
    fc.assert(
      fc.property(zones, (zoneOf) => {
        const reversed = Object.fromEntries(Object.entries(zoneOf).reverse());
        expect(subnetPerZone(reversed)).to.deep.equal(subnetPerZone(zoneOf));
      }),
    );
  });

  it("takes the first by sorted id", () => {
    expect(subnetPerZone({ "subnet-b": "z1", "subnet-a": "z1", "subnet-c": "z2" })).to.deep.equal({
      z1: "subnet-a",
      z2: "subnet-c",
    });
  });
});

describe("planMountTargets", () => {
  it("puts one in each zone", () => {
    expect(planMountTargets(settingsOf(), site)).to.deep.equal({
      "us-east-1a": { subnetId: "subnet-0000000000000000a" },
      "us-east-1b": { subnetId: "subnet-0000000000000000b" },
    });
  });

  it("puts the single one of a One Zone file system in its zone", () => {
    const settings = settingsOf({ fileSystem: { create: { oneZone: "us-east-1b" } } });
    expect(planMountTargets(settings, site)).to.deep.equal({
      "us-east-1b": { subnetId: "subnet-0000000000000000b" },
    });
  });

  it("does not guess zones that were not looked up", () => {
    expect(planMountTargets(settingsOf(), {})).to.equal("(known after up)");
  });
});

describe("the security group", () => {
  it("lets NFS in from each client group by a rule of its own, and has no inline rule", () => {
    const group = planSecurityGroup(settingsOf(), site);
    expect(group).not.to.have.any.keys("ingress", "egress");
    const rules = planIngressRules(settingsOf(), { clientSecurityGroups: { nodes: "sg-1", more: "sg-2" } });
    expect(rules).to.have.all.keys("nodes", "more");
    expect(rules).to.have.property("nodes").that.deep.equals({
      securityGroupId: "(known after up)",
      referencedSecurityGroupId: "sg-1",
      ipProtocol: "tcp",
      fromPort: 2049,
      toPort: 2049,
      description: "NFS from the nodes",
      tags: {},
    });
  });
});
