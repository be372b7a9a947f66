// Proves which changes of a stack are refused, what is said of them, and which word lets them through. Does not prove
// that the engine asks before it changes anything: tests/engine/moves.test.ts does.
import { expect } from "chai";
import fc from "fast-check";
import { refusedMoves } from "../../../components/plan/moves.ts";
import { changes, pasted, recordOf, replacements } from "../../support/moves.ts";

describe("a change that would take homes from their users", () => {
  for (const [path, before, after, said, word] of [...changes, ...replacements]) {
    const retained = { dataProtection: "retain" };
    const [last, next] = [recordOf({ ...retained, ...before }), recordOf({ ...retained, ...after })];

    it(`is refused: ${path}, was ${word}`, () => {
      const refused = refusedMoves(last, next, {});
      expect(refused).to.match(/^1 change would take homes from their users:/);
      expect(refused).to.include(`"${path}" was ${word} at the last update`);
      expect(refused).to.match(said);
    });

    it(`is refused with the lines to write, which let it through: ${path}, was ${word}`, () => {
      expect(pasted(refusedMoves(last, next, {}))).to.deep.equal({ [path]: word });
      expect(refusedMoves(last, next, { [path]: word })).to.equal(undefined);
    });

    it(`is refused again where the word is an old one: ${path}`, () => {
      expect(refusedMoves(last, next, { [path]: "something else" })).to.include(path);
    });
  }

  it("prints every word so that YAML reads the same text again", () => {
    for (const homeDirectory of ["{username}", "home-{username}"]) {
      const word = pasted(
        refusedMoves(recordOf({ homeDirectory }), recordOf({ homeDirectory: "x-{username}" }), {}),
      );
      expect(word).to.deep.equal({ homeDirectory });
    }
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ minLength: 1 }),
          fc.constantFrom("true", "1e3", "no", "null", "0x1f", "a:", "a: b", "~"),
        ),
        (from) => {
          const last = { dataProtection: "retain", homes: { "hub.name": from } };
          const refused = refusedMoves(last, { ...last, homes: { "hub.name": "zz-other" } }, {});
          expect(pasted(refused)).to.deep.equal({ "hub.name": from });
        },
      ),
    );
  });

  it("is told with all the others at once", () => {
    const refused = refusedMoves(recordOf({}), recordOf({ posix: { uid: 5, gid: 6 }, homesPath: "/a" }), {
      homesPath: "/hub",
    });
    expect(refused)
      .to.match(/^2 changes/)
      .and.include("posix.gid: 100")
      .and.not.include("homesPath: /hub");
  });
});
