// Proves, on a real API server, that the namespace's Pod Security level lets in the pods that a hub starts and no more: with
// the block of NFS on, and with every block off; and that the server's network policy is one that the API server takes.
// Does not prove that a kubelet runs the init container, nor that a network plugin enforces the policy.
import { expect } from "chai";
import { blockNfsContainer } from "../../components/plan/isolation/blockNfs.ts";
import { core, judge, networking } from "./support/cluster.ts";
import { failureOf } from "./support/failureOf.ts";
import { HubStack, settings } from "./support/hub.ts";

describe("the Pod Security level of a hub's namespace", function () {
  const label = "pod-security.kubernetes.io/enforce";
  const server = {
    name: "notebook",
    image: "quay.io/jupyter/base-notebook",
    securityContext: { runAsUser: 0, allowPrivilegeEscalation: false, capabilities: { drop: ["NET_RAW"] } },
  };
  const block = blockNfsContainer({ hub: { chart: {}, values: {} } });
  const open = settings({
    hub: {
      blockNfs: false,
      values: {
        singleuser: { cloudMetadata: { blockWithIptables: false } },
        hub: { config: { Authenticator: { allow_all: true } } },
      },
    },
  });
  let stack: HubStack;
  before(async () => {
    stack = await HubStack.open("pod-security", settings());
    await stack.up();
  });
  after(async () => {
    await stack.remove();
  });

  const judged = (spec: object) =>
    judge({
      apiVersion: "v1",
      kind: "Pod",
      metadata: { name: "jupyter-alice", namespace: "hub" },
      spec: { containers: [server], ...spec },
    });
  const levelOf = async () => (await core.readNamespace({ name: "hub" })).metadata?.labels?.[label];

  it("is privileged, and lets in a server whose init container closes NFS", async () => {
    expect(await levelOf()).to.equal("privileged");
    await judged({ initContainers: [block] });
  });

  it("has servers' network policy with our rule in it", async () => {
    const { spec } = await networking.readNamespacedNetworkPolicy({ namespace: "hub", name: "singleuser" });
    const blocks = spec?.egress?.flatMap(({ to = [] }) => to.map(({ ipBlock }) => ipBlock)) ?? [];
    const [internet] = blocks.filter((found) => found?.cidr === "0.0.0.0/0");
    expect(internet?.except).to.include.members(["10.0.0.0/8", "100.64.0.0/10", "169.254.0.0/16"]);
  });

  it("sinks to baseline where nothing privileged is asked for, which lets in a server and refuses the rest", async () => {
    await stack.say(open);
    const { changes } = await stack.up();
    expect(changes.filter((change) => !change.startsWith("update"))).to.deep.equal([]);
    expect(await levelOf()).to.equal("baseline");
    await judged({});
    const refused: Record<string, object> = {
      privileged: { initContainers: [block] },
      hostPath: { volumes: [{ name: "node", hostPath: { path: "/var/lib/kubelet" } }] },
      "host namespaces": { hostNetwork: true },
    };
    for (const [what, spec] of Object.entries(refused)) {
      expect(await failureOf(() => judged(spec)), what)
        .to.match(/violates PodSecurity .*baseline/)
        .and.include(what);
    }
    expect((await stack.up()).changes).to.deep.equal([]);
  });
});
