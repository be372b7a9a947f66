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

  it("tells what `delete` leaves on an existing file system: access points that the driver made", () => {
    const existing = {
      fileSystem: { existing: { id: "fs-0123456789abcdef0" } },
      homesPath: "/homes",
      usernames: "safe",
    };
    const said = (raw: Record<string, unknown>) => warningsOf(settingsOf(raw)).join();
    const left = /access points that the driver made may stay/;
    const dynamic = { ...existing, provisioning: "dynamic" };
    expect(said({ ...dynamic, dataProtection: "delete" })).to.match(left);
    const leaving = { ...existing, movedFrom: { provisioning: "dynamic" }, dataProtection: "delete" };
    expect(said(leaving)).to.match(left);
    for (const raw of [
      { ...dynamic, dataProtection: "retain" },
      { ...existing, dataProtection: "delete" },
      { provisioning: "dynamic", dataProtection: "delete" },
    ])
      expect(said(raw)).not.to.match(left);
  });
});
