// Proves which paths count as changed and which of them replace.
// Does not prove that the engine understands the paths: the engine suite shows a detailed diff.
import { expect } from "chai";
import { compare, equal, replaces, rootOf } from "../../../../local/providers/engine/diff.ts";
import { unknown } from "../../../../local/providers/engine/values.ts";

const paths = (olds: object, news: object, rules: string[] = []) =>
  compare(olds as never, news as never, rules).changes.map(
    ({ path, kind, replace }) => `${kind} ${path}${replace ? " !" : ""}`,
  );

describe("diff", () => {
  it("is empty for equal values in another order of properties", () => {
    expect(paths({ a: 1, b: { c: [1], d: 2 } }, { b: { d: 2, c: [1] }, a: 1 })).to.deep.equal([]);
  });

  it("names every changed path as the engine writes it", () => {
    const changed = paths(
      { a: 1, t: { "x.y": "1", z: "2" }, l: [1, 2] },
      { b: 1, t: { "x.y": "2", z: "2" }, l: [1] },
    );
    expect(changed).to.have.members(["delete a", "add b", 'update t["x.y"]', "delete l[1]"]);
  });

  it("replaces for a rule's own path and all below it, and for no namesake", () => {
    expect(paths({ a: { b: 1 } }, { a: { b: 2 } }, ["a"])).to.deep.equal(["update a.b !"]);
    expect(paths({ a: { b: 1, c: 1 } }, { a: { b: 2, c: 2 } }, ["a.b"])).to.deep.equal([
      "update a.b !",
      "update a.c",
    ]);
    expect(paths({ ab: 1 }, { ab: 2 }, ["a"])).to.deep.equal(["update ab"]);
    expect(paths({ a: [1] }, { a: [2] }, ["a"])).to.deep.equal(["update a[0] !"]);
  });

  it("takes an unknown value for a change", () => {
    expect(paths({ a: "x" }, { a: unknown }, ["a"])).to.deep.equal(["update a !"]);
  });

  it("does not compare a provider's own notes", () => {
    expect(paths({ __defaults: ["a"] }, { __defaults: [] })).to.deep.equal([]);
  });

  it("tells a replacement from an update", () => {
    expect(replaces(compare({ a: 1 }, { a: 2 }, ["a"]))).to.equal(true);
    expect(replaces(compare({ a: 1 }, { a: 2 }, []))).to.equal(false);
  });

  it("finds the first name of a path", () => {
    expect([rootOf("tags.Name"), rootOf("list[0].x"), rootOf("plain")]).to.deep.equal([
      "tags",
      "list",
      "plain",
    ]);
  });

  it("tells a list from an object of the same entries", () => {
    expect(equal([], {})).to.equal(false);
  });
});
