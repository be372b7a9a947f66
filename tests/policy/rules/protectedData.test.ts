// Proves what the rule takes for data, and whose word it takes. What a pack is told of a component is proved by the engine test.
import { expect } from "chai";
import { protectedData } from "../../../policy/rules/protectedData.ts";
import { UNKNOWN } from "../../../policy/value.ts";
import { faults, fileSystem, nativeFileSystem, resource, volume, whole } from "../support.ts";

const vault = "aws:backup/vault:Vault";
const nativeVault = "aws-native:backup:BackupVault";

describe("the policy rule protected", () => {
  for (const type of [fileSystem, vault, nativeFileSystem, nativeVault]) {
    it(`refuses ${type} that a destroy deletes`, () => {
      expect(faults(protectedData, type, {}).join()).to.contain("`protect: true`");
      expect(
        faults(protectedData, type, {}, { parent: whole({ dataProtection: "protect" }) }),
      ).to.have.length(1);
    });

    it(`takes ${type} that is protected`, () => {
      expect(faults(protectedData, type, {}, { protect: true })).to.be.empty;
    });
  }

  const words: readonly (string | typeof UNKNOWN)[] = ["retain", "delete", UNKNOWN];
  for (const dataProtection of words) {
    it(`takes the author's word for it: ${typeof dataProtection === "string" ? dataProtection : "not known yet"}`, () => {
      const parent = resource("test:index:Part", {}, { parent: whole({ dataProtection }) });
      expect(faults(protectedData, fileSystem, {}, { parent })).to.be.empty;
    });
  }

  it("says nothing of what leads to data", () => {
    expect(faults(protectedData, volume, {})).to.be.empty;
  });
});
