// Proves which changes of backups and of the replica are refused, what is said of them, and which word lets them through,
// under each protection. Does not prove that the engine deletes, keeps or replaces by them: tests/engine/copiesTaken.test.ts does.
import { expect } from "chai";
import { refusedMoves } from "../../../components/plan/moves.ts";
import { dynamic, existing, pasted, type Raw, recordOf } from "../../support/moves.ts";
import { created, otherReplicas, replicated, takenBack } from "../../support/takenCopies.ts";

const under = (dataProtection: string, raw: Raw) => recordOf({ ...raw, dataProtection });

describe("a copy of homes that is taken back", () => {
  for (const [path, before, after, said, word] of [...takenBack, ...otherReplicas]) {
    const title = `${path}, was ${word}`;
    const refusal = (last: string, next: string, movedFrom: Raw = {}) =>
      refusedMoves(under(last, before), under(next, after), movedFrom as Record<string, string>);

    it(`is refused, as a copy, with the lines to write: ${title}`, () => {
      for (const protection of ["protect", "retain", "delete"]) {
        const refused = refusal(protection, protection);
        expect(refused).to.match(/^1 change would take copies of homes away:/);
        expect(refused).to.include(
          `"${path}" was ${word} at the last update, and copies of homes rest on it`,
        );
        expect(refused?.replaceAll(/\s+/g, " ")).to.match(said);
        expect(pasted(refused)).to.deep.equal({ [path]: word });
      }
    });

    it(`is refused with the word too while it is protected: ${title}`, () => {
      for (const next of ["protect", "retain", "delete"])
        expect(refusal("protect", next, { [path]: word })).to.include("`dataProtection: retain`");
    });

    it(`is deleted by the word where all may go, and not with a protection that would not save it: ${title}`, () => {
      expect(refusal("delete", "delete")).to.include("what was there is deleted");
      expect(refusal("delete", "delete", { [path]: word })).to.equal(undefined);
      for (const next of ["protect", "retain"])
        expect(refusal("delete", next, { [path]: word })).to.include("would be deleted");
    });

    it(`says nothing of users' claims, which lead to homes: ${title}`, () => {
      const refused = refusedMoves(
        recordOf({ ...before, ...dynamic }),
        recordOf({ ...after, ...dynamic }),
        {},
      );
      expect(refused)
        .to.be.a("string")
        .and.not.match(/[Cc]laims/);
    });
  }

  for (const [path, before, after, , word] of takenBack) {
    it(`stays in AWS by the word under retain, and it is said how to end it: ${path}, was ${word}`, () => {
      const [last, next] = [under("retain", before), under("protect", after)];
      expect(refusedMoves(last, next, {})?.replaceAll(/\s+/g, " ")).to.match(
        /stays in AWS, goes on and is billed.*moves\.md#backups-and-the-replica/,
      );
      expect(refusedMoves(last, next, { [path]: word })).to.equal(undefined);
    });
  }

  for (const [path, before, after, , word] of otherReplicas) {
    it(`makes no other replica beside one that is kept, which EFS would refuse half-way: ${path}, was ${word}`, () => {
      for (const last of ["protect", "retain"])
        expect(refusedMoves(under(last, before), under("retain", after), { [path]: word })).to.include(
          "one replication",
        );
    });
  }

  it("is another replica at will, with the word, of a file system that is another one too", () => {
    const maxIO = { throughputMode: "bursting", performanceMode: "maxIO" };
    const [last, next] = [
      under("retain", replicated()),
      under("retain", created({ ...maxIO, replication: { region: "eu-west-2" } })),
    ];
    const word = {
      "fileSystem.create.performanceMode": "generalPurpose",
      "fileSystem.create.replication.region": "eu-west-1",
    };
    expect(refusedMoves(last, next, {})).to.match(/^2 changes would take homes from their users:/);
    expect(refusedMoves(last, next, word)).to.equal(undefined);
  });
});

describe("copies of homes that nothing takes away", () => {
  for (const [what, before, after] of [
    ["the first plan", {}, created({ backup: {} })],
    ["a plan where there were no backups", created({ backup: false }), created({ backup: {} })],
    ["automatic backups on", created({ backup: false }), {}],
    ["automatic backups off, which keeps those that there are", {}, created({ backup: false })],
    ["another schedule", created({ backup: {} }), created({ backup: { schedule: "cron(0 3 ? * * *)" } })],
    ["another time to keep them", created({ backup: {} }), created({ backup: { retentionDays: 7 } })],
    ["a vault of ours in place of yours", created({ backup: { vault: "mine" } }), created({ backup: {} })],
    [
      "another vault of yours",
      created({ backup: { vault: "mine" } }),
      created({ backup: { vault: "other" } }),
    ],
    ["the first replica", {}, replicated()],
  ] as const) {
    it(`are no matter of a word: ${what}`, () => {
      expect(refusedMoves(recordOf(before), recordOf(after), {})).to.equal(undefined);
    });
  }

  it("are told by the file system, where that is left", () => {
    const all = created({ backup: {}, replication: { region: "eu-west-1" } });
    const adopted = { ...existing("fs-0123456789abcdef0"), homesPath: "/hub" };
    const word = { "fileSystem.existing.id": "nothing" };
    expect(refusedMoves(under("retain", all), under("protect", adopted), word)).to.equal(undefined);
  });

  it("are not known of a stack of an earlier release", () => {
    const { homes } = recordOf(replicated({}));
    const known = Object.entries(homes).filter(([path]) => !/backup|replication/.test(path));
    const last = { homes: Object.fromEntries(known), dataProtection: "protect" };
    expect(refusedMoves(last, recordOf({}), {})).to.equal(undefined);
  });
});
