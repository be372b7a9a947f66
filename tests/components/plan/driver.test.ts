// Proves how a chart is named to a release, and the values of the driver. Does not prove that a registry has it.
import { expect } from "chai";
import { chartOf, planDriver } from "../../../components/plan/driver.ts";
import { settingsOf } from "../../support/settings.ts";

describe("chartOf", () => {
  it("is a name in a repository", () => {
    const repository = "https://charts.example.org/";
    expect(chartOf("jupyterhub", { repository, version: "4.4.0" })).to.deep.equal({
      chart: "jupyterhub",
      repository,
      version: "4.4.0",
    });
  });

  it("is one address in a registry: Helm looks for an index in a repository, and a registry has none", () => {
    for (const repository of ["oci://registry.example.org/charts", "oci://registry.example.org/charts/"]) {
      expect(chartOf("jupyterhub", { repository, version: "4.4.0" })).to.deep.equal({
        chart: "oci://registry.example.org/charts/jupyterhub",
        version: "4.4.0",
      });
    }
  });

  it("is a path alone", () => {
    expect(chartOf("jupyterhub", { path: "./charts/hub" })).to.deep.equal({ chart: "./charts/hub" });
  });
});

describe("planDriver", () => {
  const controllerOf = (provisioning: string) => {
    const plan = planDriver(settingsOf({ provisioning }), { partition: "aws" });
    return plan.install === "helm" ? plan.values.controller : undefined;
  };

  it("starts the controller's pods anew when they get a role, and only then", () => {
    expect(controllerOf("static")).not.to.have.property("podAnnotations");
    expect(controllerOf("dynamic"))
      .to.have.property("podAnnotations")
      .that.deep.equals({ "jupyterhub-efs/role": "pod-identity" });
  });
});
