// Proves when a change of the provider's own inputs makes everything anew. Does not prove that two kubeconfigs lead to one
// cluster: nobody can tell from the files.
import { expect } from "chai";
import { replaces } from "../../../../local/providers/engine/diff.ts";
import { type Properties, unknown } from "../../../../local/providers/engine/values.ts";
import { providerDifference } from "../../../../local/providers/kubernetes/clusterIdentity.ts";

const kubeconfig = (port: number, user = "u"): string =>
  JSON.stringify({
    clusters: [{ name: "c", cluster: { server: `https://127.0.0.1:${port}` } }],
    contexts: [{ name: "x", context: { cluster: "c", user } }],
    "current-context": "x",
  });
const anew = (olds: Properties, news: Properties): boolean => replaces(providerDifference(olds, news));

describe("the provider's own inputs", function () {
  it("replace everything when the active cluster is another", () => {
    expect(anew({ kubeconfig: kubeconfig(1) }, { kubeconfig: kubeconfig(2) })).to.equal(true);
    expect(anew({ kubeconfig: kubeconfig(1) }, { kubeconfig: kubeconfig(1, "other") })).to.equal(false);
  });

  it("replace nothing while the cluster's identifier stays, whatever the kubeconfig says", () => {
    const of = (clusterIdentifier: string, port: number): Properties => ({
      clusterIdentifier,
      kubeconfig: kubeconfig(port),
    });
    expect(anew(of("a", 1), of("a", 2))).to.equal(false);
    expect(anew(of("a", 1), of("b", 1))).to.equal(true);
  });

  it("replace nothing when the identifier comes or goes", () => {
    const same = { kubeconfig: kubeconfig(1) };
    expect(anew(same, { ...same, clusterIdentifier: "a" })).to.equal(false);
  });

  it("replace everything when the cluster is not known yet", () => {
    expect(anew({ kubeconfig: kubeconfig(1) }, { kubeconfig: unknown })).to.equal(true);
  });
});
