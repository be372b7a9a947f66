// Proves which values of the user's are taken with a warning. Does not prove that nothing else deserves one.
import { expect } from "chai";
import { warningsOf } from "../../../components/plan/warnings.ts";
import { settingsOf } from "../../support/settings.ts";

describe("warningsOf", () => {
  it("tells that a One Zone file system is lost with its zone, and reached from there only", () => {
    const warnings = warningsOf(settingsOf({ fileSystem: { create: { oneZone: "us-east-1a" } } }));
    expect(warnings.join()).to.match(/if that zone is lost, so are they/);
    expect(warnings.join()).to.match(/servers run on nodes of that zone only/);
  });
});
