// Proves what is said of nodes whose role mounts by itself. Does not prove what IAM's simulation finds.
import { expect } from "chai";
import { siteOf } from "../../../components/plan/siteOf.ts";
import type { NodeRights } from "../../../components/surroundings/surroundings.ts";
import { programSettingsOf, surroundings } from "../../support/settings.ts";

const role = "arn:aws:iam::123456789012:role/nodes";
const said = (nodeRights: NodeRights, access = "iam") =>
  siteOf(programSettingsOf({ access }), { ...surroundings, nodeRights }).warnings.join("\n");

describe("roles of nodes", () => {
  it("are named with the client rights that they have of their own", () => {
    expect(said({ ofRoles: { [role]: ["ClientMount", "ClientWrite"] } }))
      .to.include(role)
      .and.include("ClientMount, ClientWrite");
    expect(said({ ofRoles: {} })).to.equal("");
  });

  it("are said to be unchecked where nobody could ask, and are not asked about without a role that mounts", () => {
    expect(said({ ofRoles: {}, unknown: "AccessDenied: no" }))
      .to.include("AccessDenied: no")
      .and.include("iam:SimulatePrincipalPolicy");
    for (const access of ["tls", "open"])
      expect(said({ ofRoles: { [role]: ["ClientMount"] } }, access)).to.equal("");
  });
});
