// Proves which file systems the rule refuses. That the engine asks it is proved by tests/engine/policy.test.ts.
import { expect } from "chai";
import { encrypted } from "../../../policy/rules/encrypted.ts";
import { UNKNOWN } from "../../../policy/value.ts";
import { faults, fileSystem, nativeFileSystem, volume } from "../support.ts";

describe("the policy rule encrypted", () => {
  for (const type of [fileSystem, nativeFileSystem])
    for (const props of [{}, { encrypted: false }]) {
      it(`refuses ${type} that says ${JSON.stringify(props)}`, () => {
        expect(faults(encrypted, type, props).join()).to.contain("`encrypted: true`");
      });
    }

  it("takes one that is encrypted, and one of which it is not known yet", () => {
    expect(faults(encrypted, fileSystem, { encrypted: true })).to.be.empty;
    expect(faults(encrypted, nativeFileSystem, { encrypted: true })).to.be.empty;
    expect(faults(encrypted, fileSystem, { encrypted: UNKNOWN })).to.be.empty;
  });

  it("says nothing of other resources", () => {
    expect(faults(encrypted, volume, {})).to.be.empty;
  });
});
