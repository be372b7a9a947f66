// Proves that no word lets through what the last update's protection holds, or would not save, and what is said of it. Does
// not prove that the engine deletes by the last update's options: tests/engine/protection.test.ts shows what it does.
import { expect } from "chai";
import { refusedMoves } from "../../../components/plan/moves.ts";
import { type Raw, recordOf, replacements } from "../../support/moves.ts";

describe("what is replaced, with the word", () => {
  for (const [path, before, after, , word] of replacements) {
    it(`is refused while the old one is protected: ${path}`, () => {
      const refused = refusedMoves(recordOf(before), recordOf({ ...after, dataProtection: "delete" }), {
        [path]: word,
      });
      expect(refused).to.include(path).and.include("dataProtection: retain");
    });

    for (const dataProtection of ["protect", "retain"]) {
      it(`is refused while the old one would still be deleted, to ${dataProtection}: ${path}`, () => {
        const last = recordOf({ ...before, dataProtection: "delete" });
        const refused = refusedMoves(last, recordOf({ ...after, dataProtection }), { [path]: word });
        expect(refused).to.include(path).and.include("`dataProtection` alone first, to `retain`");
      });
    }

    it(`says that the old one is deleted, where that is what is asked for: ${path}`, () => {
      const deleted = (raw: Raw) => recordOf({ ...raw, dataProtection: "delete" });
      expect(refusedMoves(deleted(before), deleted(after), {})).to.include("what was there is deleted");
      expect(refusedMoves(deleted(before), deleted(after), { [path]: word })).to.equal(undefined);
    });
  }

  it("is refused where Helm would delete the database's claim with the last update's options", () => {
    const word = { "hub.database.kind": "claim" };
    const memory = { hub: { database: { kind: "memory" } } };
    expect(refusedMoves(recordOf({ dataProtection: "delete" }), recordOf(memory), word)).to.match(/deleted/);
    expect(refusedMoves(recordOf({ dataProtection: "retain" }), recordOf(memory), word)).to.equal(undefined);
  });

  it("is refused where the names in a namespace that stays are taken: hub.name", () => {
    const last = recordOf({ dataProtection: "delete", homesPath: "/hub" });
    const next = (hub: Raw) => recordOf({ dataProtection: "delete", homesPath: "/hub", hub });
    const word = { "hub.name": "hub", "hub.namespace": "hub" };
    expect(refusedMoves(last, next({ name: "lab", namespace: "hub" }), word)).to.include("`hub.namespace`");
    expect(refusedMoves(last, next({ name: "lab" }), word)).to.equal(undefined);
  });
});
