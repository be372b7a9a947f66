// Proves that `delete` on a file system of somebody else's leaves nothing of what the driver made there, whatever the stack
// said when it was made; that the driver is asked first whether it would delete homes, and is not taken away before it has
// ended; that volumes of a hub that stays are left alone; and that nobody keeps the rights. The job's own command runs with
// its own rights, against a real API server; the kubelet that runs it and the driver that ends volumes are stand-ins. Does
// not prove how the real driver does that, nor that the image has Python.
import { PatchStrategy, setHeaderOptions } from "@kubernetes/client-node";
import { expect } from "chai";
import { execa } from "execa";
import { apps, core, objectsInCluster } from "./support/cluster.ts";
import { everything } from "./support/everything.ts";
import { failureOf } from "./support/failureOf.ts";
import { HandmadeFileSystem, taking } from "./support/fileSystems.ts";
import { HubStack, type Raw } from "./support/hub.ts";
import { Project } from "./support/project.ts";
import { claimHome, type DrivenHome, startServer } from "./support/servers.ts";
import { withKubeletAndDriver } from "./support/volumesEnd.ts";

describe("volumes that the driver made on a file system that stays", function () {
  let fileSystem: HandmadeFileSystem;
  let untouched: unknown;
  let empty: string[];
  let stack: HubStack;
  const homes: DrivenHome[] = [];
  const said = (dataProtection: string, more: Raw = {}) =>
    taking(fileSystem, { provisioning: "dynamic", dataProtection, ...more });
  const claim = async (name: string): Promise<void> => {
    const place = { namespace: "hub", storageClassName: "hub-efs-homes", fileSystemId: fileSystem.id };
    homes.push(await claimHome(place, name));
  };
  const policies = async (): Promise<unknown[]> =>
    Promise.all(
      homes.map(async ({ volume }) => {
        const { spec } = await core.readPersistentVolume({ name: volume });
        return spec?.persistentVolumeReclaimPolicy;
      }),
    );

  before(async () => {
    fileSystem = await HandmadeFileSystem.make({ zones: ["us-east-1a", "us-east-1b", "us-east-1c"] });
    empty = await everything();
    stack = await HubStack.open("volumes-end", said("retain"));
    await stack.up();
    untouched = await fileSystem.everything();
    await claim("home-alice");
  });
  after(async () => {
    await withKubeletAndDriver(() => stack.remove());
    await fileSystem.remove();
  });

  it("are retained, also by a class that is made where all is to go", async () => {
    await stack.say(said("delete"));
    const { changes } = await stack.up();
    expect(changes.filter((change) => !change.startsWith("update "))).to.deep.equal([
      "create kubernetes:helm.sh/v3:Release jupyterhub-hub-homes-volumes-end",
    ]);
    await claim("home-bob");
    expect(await policies()).to.deep.equal(["Retain", "Retain"]);
    expect((await stack.up()).changes).to.deep.equal([]);
  });

  it("are left alone where the hub stays, and only the word goes", async () => {
    await stack.say(said("retain"));
    const { said: told } = await withKubeletAndDriver(() => stack.up());
    expect(told).to.include("namespace hub is there").and.include("nothing is ended");
    expect(await policies()).to.deep.equal(["Retain", "Retain"]);
    await stack.say(said("delete"));
    await stack.up();
  });

  it("are not ended by a driver that would delete the homes with them: the destroy fails, and says so", async () => {
    await startServer("hub", "home-alice");
    await deletesHomes("true");
    const { result, said: told } = await withKubeletAndDriver(() => failureOf(() => stack.destroy()));
    expect(told).to.include("2 volumes stay: the driver would delete the homes with them");
    expect(result).to.include("hub-volumes-end");
    expect(await rightsLeft()).to.deep.equal([]);
    expect(await policies()).to.deep.equal(["Retain", "Retain"]);
  });

  it("are ended by another image after a destroy that failed, once Helm was told that the old job will not run", async () => {
    await stack.say(
      said("delete", { hub: { image: { name: "quay.io/jupyter/scipy-notebook", tag: "2026-01-05" } } }),
    );
    expect(await failureOf(() => stack.up())).to.include('"hub-volumes-end" has no deployed releases');
    // docs/moves.md
    await execa("helm", ["uninstall", "hub-volumes-end", "--namespace", "kube-system", "--no-hooks"]);
    expect(await stack.refresh()).to.deep.equal([
      "delete kubernetes:helm.sh/v3:Release jupyterhub-hub-homes-volumes-end",
    ]);
    expect((await stack.up()).changes).to.include(
      "create kubernetes:helm.sh/v3:Release jupyterhub-hub-homes-volumes-end",
    );
    expect(await policies()).to.deep.equal(["Retain", "Retain"]);
  });

  it("go with the next destroy, once the driver keeps the homes, and their access points with them", async () => {
    await deletesHomes("false");
    const { result: order, said: told } = await withKubeletAndDriver(() => stack.destroy());
    expect(told).to.include("no volume of the hub is left");
    const steps = [
      "end jupyterhub-hub-homes-namespace",
      "begin jupyterhub-hub-homes-volumes-end",
      "end jupyterhub-hub-homes-volumes-end",
      "begin jupyterhub-driver",
    ];
    expect([...new Set(order.filter((step) => steps.includes(step)))]).to.deep.equal(steps);
    expect(await everything()).to.deep.equal(empty);
    expect(await fileSystem.everything()).to.deep.equal(untouched);
  });

  it("go with a stack of the command line too, whose plugins look for charts in the program's folder", async () => {
    const project = await Project.open("volumes-end-by-hand", said("delete"));
    try {
      const up = await project.pulumi("up", "--yes", "--skip-preview");
      expect(up.exitCode, up.all).to.equal(0);
      await claim("home-carol");
      const { result: destroy, said: told } = await withKubeletAndDriver(() =>
        project.pulumi("destroy", "--yes", "--skip-preview"),
      );
      expect(destroy.exitCode, destroy.all).to.equal(0);
      expect(told).to.include("no volume of the hub is left");
      expect(await everything()).to.deep.equal(empty);
    } finally {
      await withKubeletAndDriver(() => project.remove());
    }
  });
});

/** What may act, or says what it may, of those that end volumes. */
const rightsLeft = async (): Promise<string[]> =>
  (await objectsInCluster()).filter((thing) =>
    /^(ServiceAccount|(Cluster)?Role(Binding)?) .*volumes-end/.test(thing),
  );

/** Tells the driver, behind everybody's back, whether a home goes with its access point. */
async function deletesHomes(value: string): Promise<void> {
  const deployment = { namespace: "kube-system", name: "efs-csi-controller" };
  const { spec } = await apps.readNamespacedDeployment(deployment);
  const [container] = spec?.template.spec?.containers ?? [];
  const flag = /^--delete-access-point-root-dir=.*/;
  const args = (container?.args ?? []).map((word) =>
    word.replace(flag, `--delete-access-point-root-dir=${value}`),
  );
  const containers = [{ name: container?.name ?? "", args }];
  await apps.patchNamespacedDeployment(
    { ...deployment, body: { spec: { template: { spec: { containers } } } } },
    setHeaderOptions("Content-Type", PatchStrategy.StrategicMergePatch),
  );
}
