// Proves the names that are made up. Does not prove that the engine's seed is the same in a preview and its update.
import { expect } from "chai";
import { autoname, chosenByProvider } from "../../../../local/providers/engine/autoname.ts";

const request = {
  urn: "urn:pulumi:dev::p::aws:iam/role:Role::csi",
  type: "aws:iam/role:Role",
  name: "csi",
  news: {},
  randomSeed: new Uint8Array([1, 2, 3]),
};
const rule = { digits: 7, maxLength: 64 };

describe("autoname", () => {
  it("is the logical name and seven hexadecimal digits", () => {
    expect(autoname(request, rule)).to.match(/^csi-[0-9a-f]{7}$/);
  });

  it("is the same for the same seed and another for another", () => {
    expect(autoname(request, rule)).to.equal(autoname(request, rule));
    expect(autoname({ ...request, randomSeed: new Uint8Array([9]) }, rule)).to.not.equal(
      autoname(request, rule),
    );
  });

  it("shortens a long logical name to fit", () => {
    expect(autoname({ ...request, name: "n".repeat(100) }, rule)).to.have.length(64);
  });

  it("follows the stack's own naming rule", () => {
    const proposed = { proposedName: "mine", mode: "propose" } as const;
    expect(autoname({ ...request, autonaming: proposed }, rule)).to.equal("mine");
    const disabled = { proposedName: "", mode: "disable" } as const;
    expect(autoname({ ...request, autonaming: disabled }, rule)).to.equal(undefined);
  });

  it("remembers which names were the provider's own", () => {
    expect(chosenByProvider({ __defaults: ["name"] }, "name")).to.equal(true);
    expect(chosenByProvider({ __defaults: ["path"] }, "name")).to.equal(false);
    expect(chosenByProvider(undefined, "name")).to.equal(false);
  });
});
