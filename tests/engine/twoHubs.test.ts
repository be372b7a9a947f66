// Proves that two hubs share a file system that is there: each with its own access points, volumes and claims, neither
// among the other's homes, and one goes without the other. Does not prove that users cannot read each other's files.
import { expect } from "chai";
import { core } from "./support/cluster.ts";
import { failureOf } from "./support/failureOf.ts";
import { HandmadeFileSystem, taking } from "./support/fileSystems.ts";
import { HubStack } from "./support/hub.ts";

describe("two hubs on one existing file system", function () {
  let fileSystem: HandmadeFileSystem;
  let [physics, biology]: (HubStack | undefined)[] = [];
  const hub = (name: string) => ({ hub: { name }, homesPath: `/${name}` });
  before(async () => {
    fileSystem = await HandmadeFileSystem.make({ zones: ["us-east-1a", "us-east-1b", "us-east-1c"] });
    physics = await HubStack.open("physics", taking(fileSystem, hub("physics")));
    await physics.up();
    const others = { access: "tls", driver: { install: "existing" } };
    biology = await HubStack.open("biology", taking(fileSystem, { ...hub("biology"), ...others }));
  });
  after(async () => {
    await biology?.remove();
    await physics?.remove();
    await fileSystem.remove();
  });

  it("are refused where homes would lie among each other's", async () => {
    await biology?.say(
      taking(fileSystem, {
        ...hub("biology"),
        homesPath: "/physics/biology",
        access: "tls",
        driver: { install: "existing" },
      }),
    );
    expect(await failureOf(async () => biology?.preview()))
      .to.include('"homesPath"')
      .and.include("local/physics");
    await biology?.say(
      taking(fileSystem, { ...hub("biology"), access: "tls", driver: { install: "existing" } }),
    );
  });

  it("have their own access points, volumes and claims", async () => {
    await biology?.up();
    expect(await fileSystem.accessPointTags()).to.deep.equal(
      ["biology", "physics"].flatMap((name) =>
        ["enforced", "plain"].map((which) => ({
          Name: `${name}-homes-${which}`,
          "jupyterhub-efs/hub": `local/${name}`,
        })),
      ),
    );
    for (const namespace of ["biology", "physics"]) {
      const { items } = await core.listNamespacedPersistentVolumeClaim({ namespace });
      expect(items.filter(({ status }) => status?.phase !== "Bound").map(({ metadata }) => metadata?.name)).to
        .be.empty;
    }
  });

  it("change nothing of each other, and go one by one", async () => {
    expect((await physics?.up())?.changes).to.deep.equal([]);
    await biology?.destroy();
    expect((await physics?.up())?.changes).to.deep.equal([]);
    expect(await fileSystem.accessPointTags()).to.have.length(2);
  });
});
