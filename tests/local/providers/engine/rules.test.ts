// Proves what a type's own rules make of a change, and what a preview shows. Does not call any cloud.
import { expect } from "chai";
import type { ResourceType } from "../../../../local/providers/engine/resourceType.ts";
import { difference, previewed } from "../../../../local/providers/engine/rules.ts";
import { unknown } from "../../../../local/providers/engine/values.ts";

const none = () => Promise.reject(new Error("not called"));
const base: ResourceType = { create: none, read: none, delete: () => Promise.resolve() };
const change = {
  urn: "u",
  type: "t",
  name: "n",
  id: "1",
  oldInputs: { a: 1, b: 1 },
  oldOutputs: {},
  news: { a: 2, b: 1 },
};

describe("rules", () => {
  it("replace for every change of a type that has no update", async () => {
    const diff = await difference(base, change);
    expect(diff.changes).to.deep.equal([{ path: "a", kind: "update", replace: true }]);
  });

  it("update in place what the type does not replace on", async () => {
    const diff = await difference({ ...base, update: none, replaceOn: ["b"] }, change);
    expect(diff.changes).to.deep.equal([{ path: "a", kind: "update", replace: false }]);
  });

  it("delete first only when something is replaced", async () => {
    const type = { ...base, update: none, deleteBeforeReplace: true };
    expect((await difference({ ...type, replaceOn: ["a"] }, change)).deleteBeforeReplace).to.equal(true);
    expect((await difference({ ...type, replaceOn: ["b"] }, change)).deleteBeforeReplace).to.equal(undefined);
  });

  it("ask the type whether to delete first when it has a function for it", async () => {
    const type = { ...base, deleteBeforeReplace: (request: typeof change) => request.oldInputs.b === 1 };
    expect((await difference(type as unknown as ResourceType, change)).deleteBeforeReplace).to.equal(true);
  });

  it("show computed outputs as unknown in the preview of a create, unless they were asked for", async () => {
    const shown = await previewed({ ...base, computed: ["arn", "zone"] }, { zone: "a" });
    expect(shown).to.deep.equal({ arn: unknown, zone: "a" });
  });

  it("keep the known outputs in the preview of an update, without the inputs that were dropped", async () => {
    const last = { inputs: { a: 1, b: 1 }, outputs: { a: 1, b: 1, arn: "arn:1" } };
    expect(await previewed(base, { a: 2 }, last)).to.deep.equal({ a: 2, arn: "arn:1" });
  });
});
