// Proves that an up which was interrupted half-way ends, run again, in the same state as one that was not, with
// nothing made twice. Does not prove an engine that is killed without a chance to write its state.
import { expect } from "chai";
import { resourcesInCloud } from "./support/cloud.ts";
import { objectsInCluster } from "./support/cluster.ts";
import { HubStack, settings } from "./support/hub.ts";

/** What a thing is, without the id that differs from run to run. */
const kinds = (things: readonly string[]): string[] =>
  things
    .map((thing) => thing.replace(/ (fs|fsmt|fsap|sg|sgr|a)-\w+$/, "").replace(/-[0-9a-f]{7}$/, ""))
    .sort();

describe("an up that is interrupted", function () {
  let uninterrupted: string[];
  let empty: string[];
  const everything = async () => [...kinds(await resourcesInCloud()), ...(await objectsInCluster())];

  before(async () => {
    empty = await everything();
    const stack = await HubStack.open("uninterrupted", settings());
    try {
      await stack.up();
      uninterrupted = await everything();
    } finally {
      await stack.remove();
    }
  });

  for (const moment of [
    "aws:efs/fileSystem:FileSystem",
    "aws:efs/accessPoint:AccessPoint",
    "kubernetes:helm.sh/v3:Release",
  ]) {
    it(`converges to the same state when it is run again: interrupted at the first ${moment}`, async () => {
      const stack = await HubStack.open("interrupted", settings());
      try {
        expect(await stack.upUntil(moment)).to.equal("interrupted");
        await stack.up();
        expect(withoutReplicas(await everything())).to.deep.equal(withoutReplicas(uninterrupted));
        expect((await stack.up()).changes).to.deep.equal([]);
      } finally {
        await stack.remove();
      }
      expect(await everything()).to.deep.equal(empty);
    });
  }
});

/** Names that Kubernetes makes up differ from run to run: pods, and the volumes of claims. */
const withoutReplicas = (things: readonly string[]): string[] =>
  things
    .map((thing) =>
      thing
        .replace(/^(Pod [^ ]*?)-[a-z0-9]{8,10}-[a-z0-9]{5}$/, "$1")
        .replace(/^(Pod [^ ]*)-[a-z0-9]{5}$/, "$1")
        .replace(/(PersistentVolume \/pvc-).*/, "$1"),
    )
    .sort();
