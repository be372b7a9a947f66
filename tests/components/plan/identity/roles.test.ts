// Proves which parts of the driver get a role, and that nothing of it is guessed where it is not known.
import { expect } from "chai";
import { unknownPlace } from "../../../../components/plan/identity/place.ts";
import { partsWithRole, planDriverRoles } from "../../../../components/plan/identity/roles.ts";
import { KNOWN_AFTER_UP } from "../../../../components/plan/plan.ts";
import { settingsOf } from "../../../support/settings.ts";
import { place } from "./place.ts";

const partsOf = (raw: Record<string, unknown>) => partsWithRole(settingsOf(raw));

describe("partsWithRole", () => {
  it("gives the controller a role in dynamic provisioning only: it makes access points, and does nothing else in AWS", () => {
    for (const identity of ["pod-identity", "irsa"]) {
      expect(partsOf({ identity, provisioning: "static" })).not.to.include("controller");
      expect(partsOf({ identity, provisioning: "dynamic" })).to.include("controller");
    }
  });

  it("keeps the controller's while homes leave dynamic provisioning: what it made goes with the last claims", () => {
    const leaving = { provisioning: "static", movedFrom: { provisioning: "dynamic" } };
    expect(partsOf(leaving)).to.include("controller");
  });

  it("gives none with identity none, and none to a driver that is somebody else's", () => {
    for (const provisioning of ["static", "dynamic"]) {
      const driver = { install: "existing" };
      expect(partsOf({ identity: "none", access: "tls", provisioning })).to.deep.equal([]);
      expect(partsOf({ driver, access: "tls", provisioning })).to.deep.equal([]);
    }
  });

  it("gives node pods a role where the file system's policy asks for one, and none else", () => {
    for (const provisioning of ["static", "dynamic"]) {
      expect(partsOf({ provisioning })).to.include("node");
      for (const access of ["tls", "open"]) expect(partsOf({ access, provisioning })).not.to.include("node");
    }
    expect(partsOf({ access: "tls" })).to.deep.equal([]);
  });
});

describe("planDriverRoles", () => {
  const settings = settingsOf({ provisioning: "dynamic", tags: { team: "physics" } });

  it("makes a role of its own for each service account", () => {
    const { controller, node } = planDriverRoles(settings, place);
    expect(controller).to.deep.include({
      namespace: "kube-system",
      name: "efs-csi-controller-sa",
      giver: "pod-identity",
      tags: { Name: "efs-csi-controller-sa", team: "physics" },
    });
    expect(node).to.deep.include({ namespace: "kube-system", name: "efs-csi-node-sa" });
    expect(JSON.stringify(controller?.trust)).not.to.include("efs-csi-node-sa");
    expect(JSON.stringify(node?.trust)).not.to.include("efs-csi-controller-sa");
  });

  it("says so where a part of a policy is not known yet", () => {
    const { controller } = planDriverRoles(settings, { ...unknownPlace, clusterArn: place.clusterArn });
    const resources = controller?.rights.Statement.map(({ Resource }) => Resource);
    expect(resources).to.include(KNOWN_AFTER_UP);
    expect(JSON.stringify(controller?.trust)).not.to.include(KNOWN_AFTER_UP);
  });
});
