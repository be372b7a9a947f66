// Proves that each test that docs/threats.md names is there, under words of its title. Does not prove that it shows what it
// is named for.
import { existsSync, readFileSync } from "node:fs";
import { expect } from "chai";

const page = readFileSync(new URL("../docs/threats.md", import.meta.url), "utf8");
/** `path/of/some.test.ts`: words of a title; the words may be missing. */
const named = [...page.matchAll(/`([\w/]+\.test\.ts)`(?:: ([^;|]+))?/g)].map(
  ([, file = "", words = ""]) => [file, words.trim()] as const,
);

describe("docs/threats.md", () => {
  it("names a test for most ways", () => {
    expect(named).to.have.length.above(15);
  });

  for (const [file, words] of named) {
    it(`names a test that is there: ${file}${words && `: ${words}`}`, () => {
      const at = new URL(file, import.meta.url);
      expect(existsSync(at)).to.equal(true);
      expect(readFileSync(at, "utf8").replace(/\s+/g, " ")).to.include(words);
    });
  }
});
