/**
 * Proves: the tests' own slugs are KubeSpawner 7's, for the names whose slugs were computed with it.
 * Does not prove: more than these names; the slugs are for property tests only.
 */
import { expect } from "chai";
import { slug } from "./slugs.ts";

const golden: readonly (readonly [name: string, safe: string, escaped: string])[] = [
  ["alice", "alice", "alice"],
  ["bob-smith", "bob-smith", "bob-2dsmith"],
  ["bob.smith", "bob-smith---365b77fb", "bob-2esmith"],
  ["bob_smith", "bob-smith---56318ccd", "bob-5fsmith"],
  ["user@example.com", "user-example-com---b4c9a289", "user-40example-2ecom"],
  ["1student", "x-1student---41988779", "1student"],
  ["josé", "jos---d994e1d0", "jos-c3-a9"],
];

describe("a user's name", () => {
  for (const [name, safe, escaped] of golden) {
    it(`${name} is ${safe}, or ${escaped}`, () => {
      expect(slug.safe(name)).to.equal(safe);
      expect(slug.escape(name)).to.equal(escaped);
    });
  }
});
