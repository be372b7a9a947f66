// Proves what a person reads when something cannot be, and that a half-made resource is finished by the next update.
// The first two are provider-neutral in what fails, not in the exact words.
import { FileSystem, MountTarget } from "@pulumi/aws/efs/index.js";
import { Provider } from "@pulumi/aws/provider.js";
import { expect } from "chai";
import { network } from "./network.ts";
import { type Program, Trial } from "./trial.ts";

describe("a failure", () => {
  it("of an argument shows in the preview and names the property", async () => {
    await Trial.run("failure-argument", async (trial) => {
      const said = await trial.failure(
        () => ({ id: new FileSystem("fs", { throughputMode: "fast" }).id }),
        "preview",
      );
      expect(said).to.include("throughputMode").and.to.include("fast");
      expect(said).to.not.match(/\n\s+at /);
    });
  }).timeout(60_000);

  it("of the cloud names the resource and the service's code: a second mount target in a zone", async () => {
    const { first, sameZone } = await network();
    await Trial.run("failure-conflict", async (trial) => {
      const said = await trial.failure(() => {
        const fileSystemId = new FileSystem("fs").id;
        const one = new MountTarget("one", { fileSystemId, subnetId: first });
        new MountTarget("two", { fileSystemId, subnetId: sameZone }, { dependsOn: one });
        return {};
      });
      expect(said).to.include("creating EFS Mount Target").and.to.include("MountTargetConflict");
      expect(said).to.not.match(/\n\s+at /);
    });
  }).timeout(60_000);

  it("half-way leaves what was made in the state, and the next update finishes that very thing", async () => {
    // Archive is refused without Infrequent Access, but only after the file system was made.
    const withRules = (...rules: object[]): Program => {
      return () => ({ id: new FileSystem("fs", { throughputMode: "elastic", lifecyclePolicies: rules }).id });
    };
    await Trial.run("failure-half", async (trial) => {
      const archive = { transitionToArchive: "AFTER_90_DAYS" };
      expect(await trial.failure(withRules(archive))).to.include(
        "TransitionToArchive requires TransitionToIA",
      );
      const state = JSON.stringify((await trial.stack.exportStack()).deployment);
      const [, half] = /"id":"(fs-[0-9a-f]+)"/.exec(state) ?? [];
      const { outputs, changes } = await trial.up(withRules({ transitionToIa: "AFTER_30_DAYS" }, archive));
      expect(outputs.id).to.equal(half);
      expect(changes).to.deep.equal(["update FileSystem fs"]);
    });
  }).timeout(60_000);

  // The official provider has no such rule, and would call there.
  const itOfTheStandIn = process.env.LOCAL_PROVIDERS === "official" ? () => undefined : it;
  itOfTheStandIn("of an address beyond this machine comes before any call", async () => {
    await Trial.run("failure-address", async (trial) => {
      const far = "https://elasticfilesystem.us-east-1.amazonaws.com";
      const said = await trial.failure(() => {
        const provider = new Provider("far", { region: "us-east-1", endpoints: [{ efs: far }] });
        return { id: new FileSystem("fs", {}, { provider }).id };
      });
      expect(said).to.include("calls loopback addresses only").and.to.include(far);
    });
  });
});
