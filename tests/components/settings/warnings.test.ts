// Proves what is said at every update of copies of homes, and of who may mount. Does not prove what copies cost.
import { expect } from "chai";
import { settingsWarnings } from "../../../components/settings/warnings.ts";
import { settingsOf } from "../../support/settings.ts";

const said = (create: Record<string, unknown>) =>
  settingsWarnings(settingsOf({ fileSystem: { create } })).join("\n");

describe("warnings of copies of homes", () => {
  it("tell that nothing is kept of homes without backups, and nothing of homes with them", () => {
    expect(said({ backup: false })).to.match(/create\.backup: false: no copy of any home is kept/);
    expect(said({ backup: true }) + said({ backup: {} })).to.equal("");
  });

  it("tell what a replica costs, how far behind it is and what it lacks", () => {
    expect(said({ replication: { region: "eu-west-1" } })).to.match(
      /second file system in eu-west-1 is billed.*15 minutes behind; access points/,
    );
  });
});

describe("warnings of who may mount", () => {
  const of = (raw: Record<string, unknown>) => settingsWarnings(settingsOf(raw)).join("\n");

  it("tell loudly that an open file system is open, and that a kept right is still there", () => {
    expect(of({ access: "open" })).to.include("ROOT ON EVERY HOME");
    for (const access of ["iam", "tls"]) expect(of({ access })).to.equal("");
    expect(of({ keepRootAccess: true })).to.include("Remove it once none of them runs");
    expect(of({ keepRootAccess: true, userMode: "root" })).not.to.include("keepRootAccess");
  });
});
