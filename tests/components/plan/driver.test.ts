// Proves how a chart is named to a release, and the values of the driver. Does not prove that a registry has it.
import { expect } from "chai";
import { chartOf, planDriver } from "../../../components/plan/driver.ts";
import { place } from "./identity/place.ts";
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
  const planned = (raw: Record<string, unknown>) => {
    const plan = planDriver(settingsOf(raw), place);
    if (plan.install === "existing") throw new Error("no driver of ours");
    return plan;
  };
  const valuesOf = (raw: Record<string, unknown>) => {
    const plan = planDriver(settingsOf(raw), place);
    return plan.install === "helm" ? (plan.values as Record<"controller" | "node", unknown>) : undefined;
  };

  it("starts a part's pods anew when they get a role, or get it another way, and only then", () => {
    const annotation = { "jupyterhub-efs/role": "pod-identity" };
    expect(valuesOf({})?.controller).not.to.have.property("podAnnotations");
    for (const part of ["controller", "node"] as const) {
      const dynamic = valuesOf({ provisioning: "dynamic" })?.[part];
      expect(dynamic).to.have.property("podAnnotations").that.deep.equals(annotation);
      const irsa = valuesOf({ provisioning: "dynamic", identity: "irsa" })?.[part];
      expect(irsa).to.have.property("podAnnotations").that.deep.equals({ "jupyterhub-efs/role": "irsa" });
      const none = valuesOf({ provisioning: "dynamic", access: "tls", identity: "none" })?.[part];
      expect(none ?? {}).not.to.have.property("podAnnotations");
    }
  });

  it("names the role at the service account with irsa only, where EKS looks for it", () => {
    const irsa = valuesOf({ provisioning: "dynamic", identity: "irsa" });
    for (const part of ["controller", "node"] as const) {
      expect(irsa?.[part]).to.have.deep.property("serviceAccount", {
        name: `efs-csi-${part}-sa`,
        create: true,
        annotations: { "eks.amazonaws.com/role-arn": "(known after up)" },
      });
      expect(JSON.stringify(valuesOf({ provisioning: "dynamic" })?.[part])).not.to.include("role-arn");
    }
  });

  it("is the EKS add-on, with the user's values alone: it refuses what it does not know", () => {
    const values = { controller: { replicaCount: 1 } };
    const driver = { install: "addon", addonVersion: "v3.0.0-eksbuild.1", values };
    const { roles, ...addon } = planned({ provisioning: "dynamic", driver });
    expect(addon).to.deep.equal({
      install: "addon",
      name: "aws-efs-csi-driver",
      version: "v3.0.0-eksbuild.1",
      values,
    });
    expect(Object.keys(roles)).to.deep.equal(["controller", "node"]);
  });

  it("makes way for another of ours: none, with its roles, until the word is removed", () => {
    for (const [last, install] of [
      ["helm", "addon"],
      ["addon", "helm"],
    ] as const) {
      const raw = { driver: { install } };
      const { roles, ...rest } = planned({ ...raw, movedFrom: { "driver.install": last } });
      expect(rest).to.deep.equal({ install: "later" });
      expect(roles).to.deep.equal(planned(raw).roles);
      for (const word of [install, "existing"])
        expect(planned({ ...raw, movedFrom: { "driver.install": word } }).install).to.equal(install);
    }
  });
});
