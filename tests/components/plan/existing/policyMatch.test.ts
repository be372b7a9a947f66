// Proves that what is said of a value of which only the beginning is known holds for every such value. Does not prove
// that IAM's wildcards mean the same: its user guide says so.
import { expect } from "chai";
import fc from "fast-check";
import { fits, meansAction } from "../../../../components/plan/existing/policyMatch.ts";

describe("a pattern of a policy", () => {
  it("fits by its wildcards, and by nothing else", () => {
    expect(fits("arn:*:x?z", "arn:aws:xyz")).to.equal("yes");
    expect(fits("arn:*:x?z", "arn:aws:xz")).to.equal("no");
    expect(fits("a.c", "abc")).to.equal("no");
    expect(fits("*", "two\nlines")).to.equal("yes");
    expect(fits("abc", { startsWith: "ab" })).to.equal("maybe");
    expect(fits("a", { startsWith: "ab" })).to.equal("no");
    expect(fits("b*", { startsWith: "ab" })).to.equal("no");
    expect(fits("*c", { startsWith: "ab" })).to.equal("maybe");
    expect(fits("a*", { startsWith: "ab" })).to.equal("yes");
  });

  it("names nothing that AWS has yet to make up, but may mean it by a wildcard", () => {
    const made = { startsWith: "ab", isNew: true };
    expect(fits("abc", made)).to.equal("no");
    expect(fits("abc*", made)).to.equal("maybe");
    expect(fits("ab*", made)).to.equal("yes");
  });

  it("is certain of a beginning only where every end agrees", () => {
    const text = (...letters: string[]) => fc.string({ unit: fc.constantFrom(...letters), maxLength: 5 });
    fc.assert(
      fc.property(text("a", "b", "*", "?"), text("a", "b"), text("a", "b"), (pattern, startsWith, end) => {
        const said = fits(pattern, { startsWith });
        if (said !== "maybe") expect(fits(pattern, startsWith + end)).to.equal(said);
      }),
      { numRuns: 1000 },
    );
  });

  it("means an action in any case", () => {
    expect(meansAction("ElasticFileSystem:client*", "elasticfilesystem:ClientMount")).to.be.true;
    expect(meansAction("elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite")).to.be.false;
  });
});
