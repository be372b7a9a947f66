// Walks through docs/moves.md where a hub moves to another namespace: its homes keep their paths, and what it leaves stays.
// Does not prove that the new hub knows anybody: its database is a new one, as the page says.
import { expect } from "chai";
import { core, objectsInCluster, until } from "./support/cluster.ts";
import { failureOf } from "./support/failureOf.ts";
import { HubStack, type Raw, settings } from "./support/hub.ts";

describe("a hub that moves to another namespace", function () {
  const there = (raw: Raw = {}) =>
    settings({ dataProtection: "protect", hub: { namespace: "lab" }, homesPath: "/hub", ...raw });
  let stack: HubStack;
  let first: Record<string, unknown>;
  before(async () => {
    stack = await HubStack.open("namespace", settings({ dataProtection: "retain" }));
    first = (await stack.up()).outputs;
  });
  after(async () => {
    await stack.say(there({ dataProtection: "delete" }));
    await stack.up();
    await stack.remove();
    await core.deleteNamespace({ name: "hub" });
    await until(async () => !(await objectsInCluster()).includes("Namespace /hub"));
  });

  it("does not without the word", async () => {
    await stack.say(there());
    expect(await failureOf(() => stack.preview())).to.include("hub.namespace: hub");
  });

  it("finds its homes under their paths, by the same access points, and leaves its database where it was", async () => {
    await stack.say(there({ movedFrom: { "hub.namespace": "hub" } }));
    const { outputs } = await stack.up();
    for (const same of ["fileSystemId", "accessPointId", "exampleHome", "mountTargets"])
      expect(outputs[same], same).to.deep.equal(first[same]);
    expect(outputs.namespace).to.equal("lab");
    expect(await objectsInCluster()).to.include.members([
      "PersistentVolumeClaim hub/hub-db-dir",
      "PersistentVolumeClaim lab/hub-db-dir",
    ]);
    expect((await stack.up()).changes).to.deep.equal([]);
  });
});
