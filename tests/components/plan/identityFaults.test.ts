// Proves what the driver's roles need of a cluster. Does not prove how it is looked up: tests/engine does.
import { expect } from "chai";
import {
  identityFaults,
  needsOidcProvider,
  needsPodIdentityAgent,
} from "../../../components/plan/identityFaults.ts";
import { settingsOf } from "../../support/settings.ts";
import { place } from "./identity/place.ts";

const { clusterArn, oidcProviderArn } = place;
const both = { clusterArn, oidcProviderArn, podIdentityAgent: true };
const faultsOf = (raw: Record<string, unknown>, site: Parameters<typeof identityFaults>[1]) =>
  identityFaults(settingsOf({ provisioning: "dynamic", ...raw }), site);

describe("identityFaults", () => {
  it("finds nothing wrong with a cluster that has what the identity takes", () => {
    for (const identity of ["pod-identity", "irsa", "none"]) {
      expect(faultsOf({ identity, access: "tls" }, both)).to.deep.equal([]);
    }
  });

  it("wants the agent for pod-identity, and says both ways out", () => {
    const [fault] = faultsOf({}, { ...both, podIdentityAgent: false });
    expect(fault).to.include({ path: "identity", got: "pod-identity" });
    expect(fault?.fix).to.include("eks-pod-identity-agent").and.to.include("identity: irsa");
    expect(faultsOf({ identity: "irsa" }, { ...both, podIdentityAgent: false })).to.deep.equal([]);
  });

  it("wants the provider for irsa, and says how to make it", () => {
    const [fault] = faultsOf({ identity: "irsa" }, { clusterArn, podIdentityAgent: true });
    expect(fault).to.include({ path: "identity", got: "irsa" });
    expect(fault?.fix).to.include("associate-iam-oidc-provider").and.to.include("identity: pod-identity");
    expect(faultsOf({}, { clusterArn, podIdentityAgent: true })).to.deep.equal([]);
  });

  it("refuses what is no cluster's ARN: the roles would trust nobody", () => {
    for (const wrong of ["research", "arn:aws:eks:us-east-1:123456789012:addon/research", undefined]) {
      const site = { ...both, ...(wrong !== undefined && { clusterArn: wrong }) };
      if (wrong === undefined) Reflect.deleteProperty(site, "clusterArn");
      expect(faultsOf({}, site).map(({ path }) => path)).to.deep.equal(["clusterArn"]);
    }
  });

  it("asks nothing of a cluster in which no role is made", () => {
    for (const raw of [{ identity: "none" }, { driver: { install: "existing" } }].map((one) => ({
      access: "tls",
      ...one,
    }))) {
      expect(faultsOf(raw, { podIdentityAgent: false })).to.deep.equal([]);
      const settings = settingsOf({ provisioning: "dynamic", ...raw });
      expect([needsPodIdentityAgent(settings), needsOidcProvider(settings)]).to.deep.equal([false, false]);
    }
  });
});
