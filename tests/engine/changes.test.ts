// Proves, on a live stack, that changes of settings change what they should and nothing else. Does not prove how long
// AWS takes, nor that files keep their owners: nothing is mounted here.
import { expect } from "chai";
import { subnetsByZone } from "./support/cloud.ts";
import { core } from "./support/cluster.ts";
import { HubStack, settings } from "./support/hub.ts";

describe("a live stack", function () {
  let stack: HubStack;
  /** The subnets of each zone, sorted by id. */
  let subnets: Record<string, string[]>;
  before(async () => {
    subnets = await subnetsByZone();
    stack = await HubStack.open(
      "changes",
      settings({ network: { subnetIds: [subnets["us-east-1a"]?.[1]] } }),
    );
    await stack.up();
  });
  after(async () => {
    await stack.remove();
  });

  it("keeps a mount target in its subnet when the list of subnets changes, and adds the new zones' only", async () => {
    await stack.say(settings());
    const { changes, outputs } = await stack.up();
    expect(changes.sort()).to.deep.equal([
      "create aws:efs/mountTarget:MountTarget jupyterhub-homes-us-east-1b",
      "create aws:efs/mountTarget:MountTarget jupyterhub-homes-us-east-1c",
    ]);
    expect(outputs.mountTargets).to.have.all.keys("us-east-1a", "us-east-1b", "us-east-1c");
  });

  it("changes nothing when the list of subnets is reordered", async () => {
    const all = Object.values(subnets).flat();
    await stack.say(settings({ network: { subnetIds: all } }));
    await stack.up();
    await stack.say(settings({ network: { subnetIds: all.toReversed() } }));
    expect(await stack.preview()).to.deep.equal([]);
  });

  it("updates the file system in place when its throughput or tags change", async () => {
    await stack.say(settings({ fileSystem: { create: { throughputMode: "bursting" } } }));
    expect((await stack.up()).changes).to.deep.equal([
      "update aws:efs/fileSystem:FileSystem jupyterhub-homes",
    ]);
  });

  it("makes access points, volumes and claims anew, together, when posix changes, and has the claims bound again", async () => {
    await stack.say(settings({ posix: { uid: 2000 }, movedFrom: { "posix.uid": 1000 } }));
    const { changes } = await stack.up();
    for (const type of [
      "aws:efs/accessPoint:AccessPoint",
      "kubernetes:core/v1:PersistentVolume",
      "kubernetes:core/v1:PersistentVolumeClaim",
    ]) {
      for (const name of ["jupyterhub-hub-homes-enforced", "jupyterhub-hub-homes-plain"]) {
        expect(changes).to.include(`replace ${type} ${name}`);
      }
    }
    const { items } = await core.listNamespacedPersistentVolumeClaim({ namespace: "hub" });
    for (const { metadata, status } of items) expect(status?.phase, metadata?.name ?? "").to.equal("Bound");
    expect((await stack.up()).changes).to.deep.equal([]);
  });
});
