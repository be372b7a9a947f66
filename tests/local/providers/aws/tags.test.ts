// Proves how tags are merged, told apart and changed.
import { expect } from "chai";
import { allTags, ownTags, tagChange, tagMap } from "../../../../local/providers/aws/tags.ts";
import { unknown } from "../../../../local/providers/engine/values.ts";

describe("tags", () => {
  it("of the resource win over the provider's", () => {
    expect(allTags({ a: "1", b: "1" }, { b: "2" })).to.deep.equal({ a: "1", b: "2" });
  });

  it("are unknown as a whole while the resource's own are", () => {
    expect(allTags({ a: "1" }, unknown)).to.equal(unknown);
  });

  it("of the provider do not count as the resource's own, unless the program wrote the same", () => {
    expect(ownTags({ a: "1", b: "2" }, { a: "1" }, { b: "2" })).to.deep.equal({ b: "2" });
    expect(ownTags({ a: "1" }, { a: "1" }, { a: "1" })).to.deep.equal({ a: "1" });
    expect(ownTags({ a: "1" }, { a: "1" }, undefined)).to.equal(undefined);
  });

  it("that AWS made are not shown", () => {
    expect(
      tagMap([
        { Key: "aws:backup", Value: "1" },
        { Key: "x", Value: "2" },
      ]),
    ).to.deep.equal({ x: "2" });
  });

  it("change by what is set and what is removed", () => {
    expect(tagChange({ a: "1", b: "1" }, { a: "2", c: "3" })).to.deep.equal({
      set: { a: "2", c: "3" },
      remove: ["b"],
    });
    expect(tagChange({ a: "1" }, { a: "1" })).to.equal(undefined);
  });
});
