// Proves what is said of copies of homes at every update. Does not prove what they cost.
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
