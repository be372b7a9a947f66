// Proves how a stack knows its own mount targets and access points on a file system that others use too, and refuses
// homes among another hub's. Does not prove the tags of what is made: the mocks and engine tests do.
import { expect } from "chai";
import { makePlan } from "../../../../components/plan/makePlan.ts";
import { siteOf } from "../../../../components/plan/siteOf.ts";
import type { FoundFileSystem } from "../../../../components/surroundings/foundFileSystem.ts";
import { adopting, found, placeWith, theirGroup } from "../../../support/existing.ts";
import { programSettingsOf } from "../../../support/settings.ts";

type Raw = Record<string, unknown>;

/** The file system once zone b got its mount target from the hub of this name. */
const madeBy = (hub: string): FoundFileSystem => {
  const { "us-east-1b": second } = found.mountTargets;
  return {
    ...found,
    mountTargets: {
      ...found.mountTargets,
      ...(second && { "us-east-1b": { ...second, securityGroupIds: ["sg-0000000000000beef"] } }),
    },
    securityGroups: {
      ...found.securityGroups,
      "sg-0000000000000beef": {
        tags: { "jupyterhub-efs/hub": hub },
        ingress: found.securityGroups[theirGroup]?.ingress ?? [],
      },
    },
  };
};

const planned = (fileSystem: FoundFileSystem, raw: Raw = {}) => {
  const settings = programSettingsOf(adopting({ existing: { createMissingMountTargets: true }, ...raw }));
  return makePlan(settings, siteOf(settings, placeWith(fileSystem)).site);
};

describe("a mount target on an existing file system", () => {
  it("of this stack stays planned at every update", () => {
    const plan = planned(madeBy("research/hub"));
    expect(plan.mountTargets).to.have.all.keys("us-east-1b");
    expect(plan.existingMountTargets).to.have.all.keys("us-east-1a");
    expect(plan.securityGroup).to.have.nested.property("tags.jupyterhub-efs/hub", "research/hub");
  });

  it("of this stack stays while its hub moves to another namespace", () => {
    const hub = { namespace: "lab" };
    expect(
      planned(madeBy("research/hub"), { hub, movedFrom: { "hub.namespace": "hub" } }).mountTargets,
    ).to.have.all.keys("us-east-1b");
    expect(planned(madeBy("research/hub"), { hub }).mountTargets).to.deep.equal({});
  });

  it("of another stack is somebody else's", () => {
    const plan = planned(madeBy("research/other"));
    expect(plan.mountTargets).to.deep.equal({});
    expect(plan.existingMountTargets).to.have.all.keys("us-east-1a", "us-east-1b");
    expect(plan).not.to.have.property("securityGroup");
    expect(plan).not.to.have.property("securityGroupIngressRules");
  });

  it("of this stack cannot be given up: its zone would be cut off", () => {
    const settings = programSettingsOf(adopting());
    expect(siteOf(settings, placeWith(madeBy("research/hub"))).faults.map(({ path }) => path)).to.deep.equal([
      "fileSystem.existing.createMissingMountTargets",
    ]);
  });
});

describe("homes on an existing file system", () => {
  const faultsAt = (path: string, tags: Record<string, string>, raw: Raw = {}) =>
    siteOf(
      programSettingsOf(adopting({ homesPath: "/team/homes", ...raw })),
      placeWith({ ...found, accessPoints: { "fsap-1": { path, tags } } }),
    ).faults;
  const other = { "jupyterhub-efs/hub": "research/other" };

  it("must not be, hold or lie in another hub's", () => {
    for (const path of ["/team/homes", "/team", "/team/homes/deep", "/"]) {
      const [fault] = faultsAt(path, other);
      expect(fault?.path, path).to.equal("homesPath");
      expect(fault?.rule).to.include("research/other").and.include("fsap-1");
      expect(fault?.fix).to.include(
        "aws efs delete-access-point --region us-east-1 --access-point-id fsap-1",
      );
    }
  });

  it("may lie beside them", () => {
    for (const path of ["/team/homes2", "/team/other", "/homes"])
      expect(faultsAt(path, other), path).to.deep.equal([]);
  });

  it("may lie where this hub's access points are, or were before it moved, and where no hub says it is", () => {
    expect(faultsAt("/team/homes", { "jupyterhub-efs/hub": "research/hub" })).to.deep.equal([]);
    expect(
      faultsAt("/team/homes", other, { hub: { namespace: "lab" }, movedFrom: { "hub.namespace": "other" } }),
    ).to.deep.equal([]);
  });
});
