// Proves which cluster a provider's configuration chooses, and that one that is not on this machine is refused. Does not
// prove that anybody can sign in there.
import { expect } from "chai";
import {
  readKubeconfig,
  refuseFarServer,
} from "../../../../../local/providers/kubernetes/cluster/kubeconfig.ts";

const kubeconfig = (server: string, namespace?: string): string =>
  JSON.stringify({
    clusters: [{ name: "c", cluster: { server } }],
    contexts: [
      { name: "one", context: { cluster: "c", user: "u", ...(namespace && { namespace }) } },
      { name: "lost", context: { cluster: "gone", user: "u" } },
    ],
    users: [{ name: "u", user: {} }],
    "current-context": "one",
  });

describe("the kubeconfig of the Kubernetes stand-in", function () {
  it("is read from text, with the current context and its namespace", () => {
    const found = readKubeconfig({ kubeconfig: kubeconfig("https://127.0.0.1:6443", "hub") }, {});
    expect(found).to.include({ context: "one", server: "https://127.0.0.1:6443", namespace: "hub" });
    expect(readKubeconfig({ kubeconfig: kubeconfig("https://127.0.0.1:6443") }, {}).namespace).to.equal(
      "default",
    );
  });

  it("names the context or the cluster that is not there", () => {
    const content = kubeconfig("https://127.0.0.1:6443");
    expect(() => readKubeconfig({ kubeconfig: content, context: "two" }, {})).to.throw('no context "two"');
    expect(() => readKubeconfig({ kubeconfig: content, context: "lost" }, {})).to.throw(
      'no server for cluster "gone"',
    );
  });

  it("may only point to this machine", () => {
    for (const near of [
      "https://127.0.0.1:1",
      "https://localhost:1",
      "https://[::1]:1",
      "https://127.1.2.3",
    ]) {
      expect(() => {
        refuseFarServer(near);
      }, near).not.to.throw();
    }
    for (const far of [
      "https://10.0.0.1",
      "https://127.0.0.1.example.org",
      "https://example.org",
      "https://127.example.org",
    ]) {
      expect(() => {
        refuseFarServer(far);
      }, far).to.throw("loopback addresses only");
    }
    expect(() => readKubeconfig({ kubeconfig: kubeconfig("https://10.1.2.3") }, {})).to.throw("loopback");
  });
});
