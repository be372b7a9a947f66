/**
 * Proves: paths are written as people know them, and trees are cut and walked without touching Outputs.
 * Does not prove: what is cut for which fault (check.test.ts).
 */
import { expect } from "chai";
import {
  compact,
  formatPath,
  isWithin,
  leaves,
  overlap,
  without,
} from "../../../components/settings/path.ts";
import { SecretLeaf } from "../../../components/settings/secret.ts";

describe("a path", () => {
  it("is dotted, has list positions in brackets, and quotes what has a dot in it", () => {
    expect(formatPath(["hub", "admins", 0])).to.equal("hub.admins[0]");
    expect(formatPath(["tags", "a.b", "c"])).to.equal('tags["a.b"].c');
    expect(formatPath([])).to.equal("");
  });

  it("is within another by whole steps only", () => {
    expect(isWithin("hub.values.a", "hub.values")).to.equal(true);
    expect(isWithin("hub.admins[0]", "hub.admins")).to.equal(true);
    expect(isWithin("hub.valuesMore", "hub.values")).to.equal(false);
    expect(overlap("hub", "hub.values")).to.equal(true);
    expect(overlap("hub.name", "hub.values")).to.equal(false);
  });
});

describe("a tree", () => {
  const secret = new SecretLeaf("x");
  const tree = { a: [1, { b: secret }], c: undefined, d: null };

  it("loses what is cut out, and keeps the place in a list until it is compacted", () => {
    expect(without(tree, [["a", 0], ["d"]])).to.deep.equal({
      a: [undefined, { b: secret }],
      c: undefined,
      d: undefined,
    });
    expect(compact(without(tree, [["a", 0]]))).to.deep.equal({ a: [{ b: secret }], d: null });
    expect(without(tree, [[]])).to.equal(undefined);
    expect(tree.a).to.have.length(2);
  });

  it("has secrets as leaves", () => {
    expect([...leaves(tree)].map(({ path, value }) => [formatPath(path), value])).to.deep.equal([
      ["a[0]", 1],
      ["a[1].b", secret],
      ["c", undefined],
      ["d", null],
    ]);
  });
});
