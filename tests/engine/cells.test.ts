// Proves, on a real engine and a real API server, the life of a stack in each of the four cells: up, nothing left to do,
// no drift, a mode flipped there and back under a running server, and a destroy under a running server that leaves
// nothing. Does not prove what AWS, the EFS CSI driver, the kubelet and the real charts do: those are stand-ins here.
import { expect } from "chai";
import { type Change, HubStack, remembers, settings } from "./support/hub.ts";
import { resourcesInCloud } from "./support/cloud.ts";
import { core, objectsInCluster, storage } from "./support/cluster.ts";
import { claimHome, type DrivenHome, type Server, startServer } from "./support/servers.ts";

const flipped = { "non-root": "root", root: "non-root" } as const;
/** A flip changes the release; in static provisioning also what root servers may, and what the stack says of itself. */
const flip: Readonly<Record<"static" | "dynamic", readonly Change[]>> = {
  static: [
    ...remembers,
    "update aws:efs/fileSystemPolicy:FileSystemPolicy jupyterhub-access",
    "update kubernetes:helm.sh/v3:Release jupyterhub-hub",
  ],
  dynamic: ["update kubernetes:helm.sh/v3:Release jupyterhub-hub"],
};

for (const userMode of ["non-root", "root"] as const) {
  for (const provisioning of ["static", "dynamic"] as const) {
    describe(`a stack with ${userMode} servers and ${provisioning} homes`, function () {
      const cell = { userMode, provisioning };
      let stack: HubStack;
      let found: { cloud: string[]; cluster: string[] };
      let outputs: Record<string, unknown>;
      let server: Server;
      let home: DrivenHome | undefined;

      before(async () => {
        found = { cloud: await resourcesInCloud(), cluster: await objectsInCluster() };
        stack = await HubStack.open(`cell-${userMode}-${provisioning}`, settings(cell));
      });
      after(async () => {
        await stack.remove();
      });

      it("comes up, and tells where everything is", async () => {
        ({ outputs } = await stack.up());
        expect(outputs).to.include({ userMode, provisioning, namespace: "hub" });
        expect(outputs.exampleHome).to.equal("/hub/home-bob-smith---365b77fb");
        expect(outputs.hubUrl).to.match(/^http:\/\/[^/]+\/$/);
        expect(outputs.mountTargets).to.have.all.keys("us-east-1a", "us-east-1b", "us-east-1c");
      });

      if (provisioning === "static") {
        it("has the claims of both modes bound", async () => {
          const { items } = await core.listNamespacedPersistentVolumeClaim({ namespace: "hub" });
          const bound = items
            .filter(({ status }) => status?.phase === "Bound")
            .map(({ metadata }) => metadata?.name);
          expect(bound).to.include.members(["efs-homes", "efs-homes-plain"]);
        });
      } else {
        it("has the storage class in place", async () => {
          const { reclaimPolicy, parameters } = await storage.readStorageClass({ name: "hub-efs-homes" });
          expect(reclaimPolicy, "all is to go in these stacks").to.equal("Delete");
          expect(parameters).to.include({ fileSystemId: outputs.fileSystemId, basePath: "/hub" });
        });
      }

      it("has nothing left to do", async () => {
        expect((await stack.up()).changes).to.deep.equal([]);
      });

      it("finds nothing changed on a refresh", async () => {
        expect(await stack.refresh()).to.deep.equal([]);
      });

      it("lets a server hold a home", async () => {
        if (provisioning === "static") {
          server = await startServer("hub", String(outputs.homeClaim), "home-alice");
        } else {
          const [storageClassName, fileSystemId] = [outputs.homeStorageClass, outputs.fileSystemId].map(
            String,
          );
          home = await claimHome(
            { namespace: "hub", storageClassName: storageClassName ?? "", fileSystemId: fileSystemId ?? "" },
            "home-alice",
          );
          server = await startServer("hub", "home-alice");
        }
        expect(await server.isRunning()).to.equal(true);
      });

      it("flips the mode there and straight back: the release changes, and the running server keeps running", async () => {
        for (const mode of [flipped[userMode], userMode]) {
          // The server of this test says that it may be cut off: it is none.
          const word = provisioning === "static" && mode === "non-root" ? { userMode: "root" } : {};
          await stack.say(settings({ ...cell, userMode: mode, movedFrom: word }));
          expect((await stack.up()).changes).to.have.members(flip[provisioning]);
          expect(await server.isRunning()).to.equal(true);
        }
      });

      it("is destroyed under a running server, and leaves nothing of its own", async () => {
        await stack.destroy();
        if (home !== undefined) {
          // The driver would take it away now, with its access point; it is not in the local environment.
          expect((await core.readPersistentVolume({ name: home.volume })).status?.phase).to.equal("Released");
          await home.remove();
        }
        expect(await objectsInCluster()).to.deep.equal(found.cluster);
        expect(await resourcesInCloud()).to.deep.equal(found.cloud);
      });
    });
  }
}
