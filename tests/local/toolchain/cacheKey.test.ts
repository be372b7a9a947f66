// Proves when two builds share a place in the cache.
import { expect } from "chai";
import { cacheKey } from "../../../local/toolchain/cacheKey.ts";

describe("cacheKey", () => {
  it("does not depend on the order of the parts", () => {
    expect(cacheKey({ a: "1", b: "2" })).to.equal(cacheKey({ b: "2", a: "1" }));
  });

  it("changes with any part's text or name", () => {
    const keys = [
      cacheKey({ a: "1" }),
      cacheKey({ a: "2" }),
      cacheKey({ b: "1" }),
      cacheKey({ a: "1", b: "" }),
    ];
    expect(new Set(keys)).to.have.property("size", keys.length);
  });

  it("does not confuse where one part ends and the next begins", () => {
    expect(cacheKey({ a: "1,b", c: "2" })).not.to.equal(cacheKey({ a: "1", "b,c": "2" }));
  });
});
