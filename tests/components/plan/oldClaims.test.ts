// Proves that a refusal, and the update that the word lets through, say what users' claims lead to. Does not prove what is mounted through them: nothing is here.
import { expect } from "chai";
import { refusedMoves } from "../../../components/plan/moves.ts";
import { warningsOf } from "../../../components/plan/warnings.ts";
import { settingsOf } from "../../support/settings.ts";
import { dynamic, existing, type Raw, recordOf } from "../../support/moves.ts";

describe("users' claims, when homes move", () => {
  for (const [path, before, after] of [
    ["homesPath", {}, { homesPath: "/homes" }],
    ["homeDirectory", {}, { homeDirectory: "h-{username}" }],
    ["usernames", {}, { usernames: "escape" }],
    ["posix.uid", {}, { posix: { uid: 2000 } }],
    ["fileSystem.existing.id", existing("fs-0123456789abcdef0"), existing("fs-0123456789abcdef1")],
  ] as const) {
    it(`says where users' claims lead, in dynamic provisioning and on the way: ${path}`, () => {
      const said = (one: Raw, other: Raw) =>
        refusedMoves(recordOf({ ...before, ...one }), recordOf({ ...after, ...other }), {});
      expect(said(dynamic, dynamic)).to.match(/lead to the old place for ever.*moves\.md#another-directory/);
      expect(said({}, dynamic)).to.match(/lead to the old place for ever/);
      expect(said({}, {})).not.to.match(/lead to the old place/);
    });
  }

  it("says what earlier claims lead to on the way to dynamic provisioning, and on the way back nothing of it", () => {
    expect(refusedMoves(recordOf({}), recordOf(dynamic), {})).to.match(/an earlier time in dynamic/);
    expect(refusedMoves(recordOf(dynamic), recordOf({}), {})).not.to.match(/earlier time/);
  });
});

describe("the warning of users' claims, in an update that lets homes move", () => {
  const moving = { ...dynamic, movedFrom: { homesPath: "/old" } };
  const isSaid = (raw: Raw) => warningsOf(settingsOf(raw)).join().includes("claims that users had");

  it("says that they lead to the old place, in dynamic provisioning and on the way to it", () => {
    expect(isSaid(moving)).to.equal(true);
    expect(isSaid({ movedFrom: { homesPath: "/old", provisioning: "dynamic" } })).to.equal(true);
  });

  it("says nothing where there are none, or where the word is none any more", () => {
    expect(isSaid({ ...moving, provisioning: "static" })).to.equal(false);
    expect(isSaid({ ...moving, homesPath: "/old" })).to.equal(false);
    expect(isSaid({ ...moving, movedFrom: { access: "open" } })).to.equal(false);
  });
});
