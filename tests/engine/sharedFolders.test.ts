// Proves, on a real engine and a real API server, the life of shared folders in each of the four cells under protection: they
// are there before the hub, another list changes nothing but them, a folder that is taken out is not held back, the mode flips
// without touching them, and all goes with the stack. Does not prove what is on the file system: nothing is mounted, and the
// job only pretends to run.
import { expect } from "chai";
import { resourcesInCloud } from "./support/cloud.ts";
import { batch, core, objectsInCluster } from "./support/cluster.ts";
import { HubStack, remembers, type Raw, settings } from "./support/hub.ts";

const namespace = "hub";
const flipped = { "non-root": "root", root: "non-root" } as const;

/** What a static stack made of them: the directories that the job was told, if it has ended well. */
const madeByJob = async (): Promise<string[]> => {
  const { spec, status } = await batch.readNamespacedJob({ name: "make-shared-folders", namespace });
  return status?.succeeded === 1 ? (spec?.template.spec?.containers[0]?.command ?? []).slice(4) : [];
};

/** What a dynamic stack made of them: the claims that are bound. */
const boundClaims = async (): Promise<string[]> =>
  (await core.listNamespacedPersistentVolumeClaim({ namespace })).items
    .filter(({ status }) => status?.phase === "Bound")
    .map(({ metadata }) => metadata?.name ?? "")
    .filter((name) => name.startsWith("shared-"))
    .sort();

for (const userMode of ["non-root", "root"] as const) {
  for (const provisioning of ["static", "dynamic"] as const) {
    describe(`shared folders of ${userMode} servers and ${provisioning} homes`, function () {
      const isStatic = provisioning === "static";
      const cell = { userMode, provisioning, dataProtection: "protect" };
      const folders = (...names: string[]) =>
        Object.fromEntries(names.map((name) => [name, { writers: "admins" }]));
      const there = async (...names: string[]) => {
        if (isStatic) expect(await madeByJob()).to.deep.equal(names.map((name) => `/homes/_${name}`));
        else expect(await boundClaims()).to.deep.equal(names.map((name) => `shared-${name}`));
      };
      let stack: HubStack;
      let last: Raw = cell;
      const say = async (more: Raw): Promise<void> => {
        last = { ...cell, ...more };
        await stack.say(settings(last));
      };
      let found: { cloud: string[]; cluster: string[] };
      before(async () => {
        found = { cloud: await resourcesInCloud(), cluster: await objectsInCluster() };
        stack = await HubStack.open(`shared-${userMode}-${provisioning}`, settings(cell));
      });
      after(async () => {
        await say({ ...last, sharedFolders: {}, dataProtection: "delete" });
        await stack.up();
        await stack.remove();
        expect(await objectsInCluster()).to.deep.equal(found.cluster);
        expect(await resourcesInCloud()).to.deep.equal(found.cloud);
      });

      it("are there with the hub, and then nothing is left to do", async () => {
        await say({ sharedFolders: folders("course", "data") });
        await stack.up();
        await there("course", "data");
        expect((await stack.up()).changes).to.deep.equal([]);
      });

      it("come and go without anything else but the release", async () => {
        await say({ sharedFolders: folders("data", "extra") });
        const { changes } = await stack.up();
        await there("data", "extra");
        const ways = ["AccessPoint", "PersistentVolume", "PersistentVolumeClaim"];
        const expected = isStatic
          ? ["delete-replaced", "replace", "create-replacement"].map(
              (step) => `${step} Job jupyterhub-hub-homes-shared-folders`,
            )
          : ways.flatMap((type) => [
              `create ${type} jupyterhub-hub-homes-shared-extra`,
              `delete ${type} jupyterhub-hub-homes-shared-course`,
            ]);
        expect(changes.map((change) => change.replace(/ \S*:/, " "))).to.have.members([
          ...expected,
          "update Release jupyterhub-hub",
        ]);
      });

      it("are not touched by a flip of the mode", async () => {
        const keepsRoot = isStatic && userMode === "root";
        await say({
          userMode: flipped[userMode],
          ...(keepsRoot && { keepRootAccess: true }),
          sharedFolders: folders("data", "extra"),
        });
        // In static provisioning the stack remembers its mode, and its policy lets root in or not.
        expect((await stack.up()).changes).to.have.members([
          ...(isStatic ? remembers : []),
          ...(isStatic && !keepsRoot
            ? ["update aws:efs/fileSystemPolicy:FileSystemPolicy jupyterhub-access"]
            : []),
          "update kubernetes:helm.sh/v3:Release jupyterhub-hub",
        ]);
      });
    });
  }
}
