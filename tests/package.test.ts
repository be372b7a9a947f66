// Proves that the package is found by both of Node's module systems' resolvers, also by TypeScript's older one, which
// knows no `exports`. Does not prove what is in it.
import { readFileSync } from "node:fs";
import { expect } from "chai";

const manifest = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as {
  main?: string;
  types?: string;
  exports: Record<string, { types: string; default: string }>;
};

describe("the package", () => {
  it("has one door, under both names that resolvers know", () => {
    const { main, types, exports } = manifest;
    expect({ types, default: main }).to.deep.equal(exports["."]);
  });
});
