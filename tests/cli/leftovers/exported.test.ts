// Proves what is read out of a stack's state. Does not prove that the engine writes it so: tests/engine/killed.test.ts does.
import { expect } from "chai";
import { parseExport } from "../../../cli/leftovers/exported.ts";
import { exportOf, recorded } from "./exports.ts";

describe("parseExport", () => {
  const made = recorded("aws:iam/role:Role", "made", { name: "made-1" }, "made-1");
  const cut = recorded("aws:iam/role:Role", "cut", { name: "cut-1" });

  it("tells what is recorded, and what was being made", () => {
    expect(parseExport(exportOf([made], [cut]))).to.deep.equal({ recorded: [made], cut: [cut] });
  });

  it("leaves out what was being deleted or changed: a refresh settles that", () => {
    const pending = ["deleting", "updating"].map((type) => ({ type, resource: made }));
    const text = JSON.stringify({ deployment: { resources: [made], pending_operations: pending } });
    expect(parseExport(text).cut).to.deep.equal([]);
  });

  it("takes a stack that has nothing yet", () => {
    expect(parseExport('{"version": 3, "deployment": {}}')).to.deep.equal({ recorded: [], cut: [] });
    const nothing = '{"deployment": {"resources": null, "pending_operations": null}}';
    expect(parseExport(nothing)).to.deep.equal({ recorded: [], cut: [] });
  });

  for (const text of ["", "error: no stack selected", "{}", '{"deployment": {"resources": [{}]}}']) {
    it(`refuses what is no state of a stack: ${text}`, () => {
      expect(() => parseExport(text)).to.throw("give it what `pulumi stack export` prints");
    });
  }
});
