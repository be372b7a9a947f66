// Proves which mount targets are planned beside an existing file system, and which zones count. Does not prove that AWS
// takes them.
import { expect } from "chai";
import { makePlan } from "../../../components/plan/makePlan.ts";
import type { Site } from "../../../components/plan/site.ts";
import { adopting, existingId } from "../../support/existing.ts";
import { settingsOf, site } from "../../support/settings.ts";

const unknown = "(known after up)";
const create = { existing: { createMissingMountTargets: true } };
const there = { "us-east-1a": { id: "fsmt-a", subnetId: "subnet-x", ipAddress: "10.0.0.1" } };

const planned = (place: Partial<Site>, raw: Record<string, unknown> = {}) => {
  const plan = makePlan(settingsOf(adopting(raw)), { ...site, ...place });
  const { existingFileSystem, mountTargets, existingMountTargets, securityGroup, securityGroupIngressRules } =
    plan;
  expect(existingFileSystem).to.deep.equal({ id: existingId });
  expect(plan).not.to.have.property("fileSystem");
  return {
    mountTargets,
    existingMountTargets,
    group: securityGroup === unknown ? unknown : securityGroup !== undefined,
    rules: securityGroupIngressRules === unknown ? unknown : Object.keys(securityGroupIngressRules ?? {}),
  };
};

describe("the plan of a hub on an existing file system", () => {
  it("makes nothing that is not said", () => {
    expect(planned({ existingFileSystem: { mountTargets: there } })).to.deep.equal({
      mountTargets: {},
      existingMountTargets: { "us-east-1a": { id: "fsmt-a", subnetId: "subnet-x" } },
      group: false,
      rules: [],
    });
  });

  it("makes the missing mount targets where it is said, behind a group of its own", () => {
    expect(planned({ existingFileSystem: { mountTargets: there } }, create)).to.deep.equal({
      mountTargets: { "us-east-1b": { subnetId: "subnet-0000000000000000b" } },
      existingMountTargets: { "us-east-1a": { id: "fsmt-a", subnetId: "subnet-x" } },
      group: true,
      rules: ["nodes"],
    });
  });

  it("makes one in the zone of a One Zone file system only", () => {
    const place = { existingFileSystem: { mountTargets: {}, oneZone: "us-east-1b" } };
    expect(planned(place, create).mountTargets).to.have.all.keys("us-east-1b");
  });

  it("does not guess what was not looked up", () => {
    const notLookedUp = { existingFileSystem: unknown } as const;
    expect(planned(notLookedUp, create)).to.deep.equal({
      mountTargets: unknown,
      existingMountTargets: unknown,
      group: unknown,
      rules: unknown,
    });
    expect(planned(notLookedUp)).to.deep.equal({
      mountTargets: {},
      existingMountTargets: unknown,
      group: false,
      rules: [],
    });
  });

  it("says where the home of bob.smith is", () => {
    const raw = { homesPath: "/export/homes", homeDirectory: "{username}", usernames: "escape" };
    expect(makePlan(settingsOf(adopting(raw)), site).exampleHome).to.equal("/export/homes/bob-2esmith");
  });
});
