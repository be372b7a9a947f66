// Proves which settings of the driver go together. Does not prove what EKS takes as an add-on's configuration.
import { expect } from "chai";
import { expectFault, expectNone } from "../../../support/faults.ts";

const addon = { install: "addon" };

describe("driver", () => {
  it("takes each key only where it means something", () => {
    const version = { version: "4.4.0" };
    expectFault({ driver: { ...addon, chart: version } }, "driver.chart", /only for `driver.install: helm`/);
    const fault = expectFault(
      { driver: { addonVersion: "v3.0.0-eksbuild.1" } },
      "driver.addonVersion",
      /only for `driver.install: addon`/,
    );
    expect(fault.got).to.include("v3.0.0-eksbuild.1");
    const existing = { install: "existing" };
    for (const key of ["chart", "values"])
      expectFault({ access: "tls", driver: { ...existing, [key]: version } }, `driver.${key}`, /only for/);
    expectNone({ driver: { ...addon, addonVersion: "v3.0.0-eksbuild.1", values: { controller: {} } } });
  });

  it("takes a version of the add-on, and no other", () => {
    for (const addonVersion of ["3.0.0", "v3.0.0", "latest"])
      expectFault({ driver: { ...addon, addonVersion } }, "driver.addonVersion", /version of the add-on/);
  });

  it("as add-on has no irsa: both service accounts would get one role", () => {
    expectFault({ driver: addon, identity: "irsa" }, "identity", /one role/);
    for (const [identity, access] of [
      ["pod-identity", "iam"],
      ["none", "tls"],
    ])
      expectNone({ driver: addon, identity, access });
  });
});
