/**
 * Proves: a secret leaf shows its content to nobody but `reveal`, and what counts as opaque.
 * Does not prove: what Pulumi does with a secret afterwards.
 */
import { inspect } from "node:util";
import { expect } from "chai";
import { isOpaque, SecretLeaf } from "../../../components/settings/secret.ts";

describe("a secret leaf", () => {
  const leaf = new SecretLeaf("hush");

  it("is [secret] however it is printed", () => {
    for (const text of [
      String(leaf),
      JSON.stringify({ leaf }),
      inspect({ leaf }),
      inspect(leaf, { showHidden: true }),
    ]) {
      expect(text).to.include("[secret]").and.not.to.include("hush");
    }
    expect(Object.values(leaf)).to.not.include("hush");
  });

  it("is opaque, as Outputs and promises are, and plain data is not", () => {
    for (const value of [leaf, { __pulumiOutput: true }, Promise.resolve()])
      expect(isOpaque(value)).to.equal(true);
    for (const value of [null, undefined, "x", 1, {}, [], { then: 1 }])
      expect(isOpaque(value)).to.equal(false);
  });
});
