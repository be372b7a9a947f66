// Proves which Pod Security level a hub's namespace gets, and that it says why. Does not prove what the level lets in:
// tests/engine/podSecurity.test.ts asks the API server.
import { expect } from "chai";
import { planHomes, planNamespace } from "../../../../components/plan/homes.ts";
import { cells, settingsOf } from "../../../support/settings.ts";

const metadataOpen = { singleuser: { cloudMetadata: { blockWithIptables: false } } };
const off = { blockNfs: false, values: metadataOpen };
const securityOf = (raw: Record<string, unknown>) => planHomes(settingsOf(raw)).podSecurity;

describe("podSecurity", () => {
  for (const { title, ...cell } of cells) {
    it(`is privileged while an init container is, and baseline else: ${title}`, () => {
      expect(securityOf(cell)).to.deep.include({ level: "privileged" });
      expect(securityOf({ ...cell, hub: { blockNfs: false } })).to.deep.include({ level: "privileged" });
      expect(securityOf({ ...cell, hub: { values: metadataOpen } })).to.deep.include({ level: "privileged" });
      expect(securityOf({ ...cell, hub: off })).to.deep.include({ level: "baseline" });
    });
  }

  it("says what it is for", () => {
    expect(securityOf({}).because).to.match(/^hub\.blockNfs/);
    expect(securityOf({ hub: { blockNfs: false } }).because).to.match(/cloudMetadata\.blockWithIptables/);
    expect(securityOf({ hub: off, fixOwners: "files" }).because).to.match(/^fixOwners: files/);
    expect(securityOf({ hub: off }).because).to.match(/restricted/);
  });

  it("is privileged while a job looks into every home, which baseline forbids", () => {
    expect(securityOf({ hub: off, fixOwners: "directories" }).level).to.equal("privileged");
  });

  it("takes what the chart takes for off: anything but true", () => {
    for (const blockWithIptables of [false, null, "true"]) {
      const values = { singleuser: { cloudMetadata: { blockWithIptables } } };
      expect(securityOf({ hub: { blockNfs: false, values } }).level, String(blockWithIptables)).to.equal(
        "baseline",
      );
    }
  });

  it("is a label of the namespace, by which the API server goes", () => {
    expect(planNamespace(settingsOf({ hub: off })).metadata).to.deep.equal({
      name: "hub",
      labels: { "pod-security.kubernetes.io/enforce": "baseline" },
    });
  });
});
