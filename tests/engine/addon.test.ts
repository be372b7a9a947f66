// Proves, on a real engine and API server, that the EKS add-on can be the driver, with its roles by Pod Identity, and that one
// driver of ours makes way for the other only when told, never beside it. Does not prove what EKS installs: the stand-in knows an
// add-on by name alone.
import { DescribeAddonCommand, EKSClient, ResourceNotFoundException } from "@aws-sdk/client-eks";
import { expect } from "chai";
import { resourcesInCloud } from "./support/cloud.ts";
import { core } from "./support/cluster.ts";
import { failureOf } from "./support/failureOf.ts";
import { HubStack, type Raw, settings } from "./support/hub.ts";

const eks = new EKSClient();
const ofAddon = (raw: Raw = {}) => settings({ ...raw, driver: { install: "addon" } });

async function isInstalled(): Promise<boolean> {
  try {
    await eks.send(new DescribeAddonCommand({ clusterName: "local", addonName: "aws-efs-csi-driver" }));
    return true;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return false;
    throw error;
  }
}

const hasRelease = async () =>
  (await core.listNamespacedSecret({ namespace: "kube-system", labelSelector: "owner=helm" })).items.length >
  0;

describe("the EKS add-on as driver", () => {
  let stack: HubStack;
  let empty: string[];

  before(async () => {
    empty = await resourcesInCloud();
    stack = await HubStack.open("addon", settings({ provisioning: "dynamic" }));
  });
  after(() => stack.remove());

  it("is refused in the place of the chart, while servers may run, and the release stays", async () => {
    await stack.up();
    await stack.say(ofAddon({ provisioning: "dynamic" }));
    const message = await failureOf(() => stack.up());
    expect(message).to.include('"driver.install"').and.to.include("stop all servers first");
    expect(message).to.include("driver.install: helm");
    expect(await hasRelease()).to.equal(true);
    expect(await isInstalled()).to.equal(false);
  });

  it("comes in two updates: the first takes the release away, the second brings the add-on", async () => {
    const word = { movedFrom: { "driver.install": "helm" } };
    await stack.say(ofAddon({ provisioning: "dynamic", ...word }));
    const { changes } = await stack.up();
    expect(changes.filter((change) => !change.includes("jupyterhub-efs:"))).to.deep.equal([
      "delete kubernetes:helm.sh/v3:Release jupyterhub-driver",
    ]);
    expect(await hasRelease()).to.equal(false);
    expect(await isInstalled()).to.equal(false);

    await stack.say(ofAddon({ provisioning: "dynamic" }));
    const next = await stack.up();
    expect(next.changes).to.deep.equal(["create aws:eks/addon:Addon jupyterhub-driver"]);
    expect(await isInstalled()).to.equal(true);
    expect((next.outputs.versions as Raw).efsCsiDriver).to.match(/^v\d/);
    expect((await stack.up()).changes).to.deep.equal([]);
  });

  it("goes with the stack, and leaves nothing", async () => {
    await stack.destroy();
    expect(await resourcesInCloud()).to.deep.equal(empty);
    expect(await isInstalled()).to.equal(false);
  });
});
