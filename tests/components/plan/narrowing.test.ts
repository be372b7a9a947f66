// Proves which changes of who may mount, and as whom, cut servers off, and which take nothing from anybody. Does not prove
// what the policy says of them: fileSystemPolicy.test.ts does.
import { expect } from "chai";
import { refusedMoves } from "../../../components/plan/moves.ts";
import { dynamic, existing, mountedBy, type Raw, recordOf } from "../../support/moves.ts";

describe("a change that takes nothing from anybody", () => {
  for (const [what, before, after] of [
    ["nothing at all", {}, {}],
    ["the mode to root", {}, { userMode: "root" }],
    ["the mode in dynamic provisioning", { ...dynamic, userMode: "root" }, dynamic],
    ["the mode from root, with its rights kept", { userMode: "root" }, { keepRootAccess: true }],
    ["the mode, where all is open", { userMode: "root", access: "open" }, { access: "open" }],
    ["the rights of root, once they are not needed", { keepRootAccess: true }, {}],
    [
      "the mode in dynamic provisioning, on an adopted file system",
      { ...existing("fs-0123456789abcdef0"), ...dynamic, userMode: "root" },
      { ...existing("fs-0123456789abcdef0"), ...dynamic },
    ],
    [
      "an open file system to TLS, in root mode",
      { access: "open", userMode: "root" },
      { access: "tls", userMode: "root" },
    ],
    [
      "an open file system to TLS, with root's rights kept",
      { access: "open" },
      { access: "tls", keepRootAccess: true },
    ],
    [
      "an open file system to TLS, where nobody ever was root",
      { ...dynamic, access: "open" },
      { ...dynamic, access: "tls" },
    ],
    ["the driver's role, with the way to mount by it", mountedBy("one"), mountedBy("one")],
    ["TLS to an open file system", { access: "tls" }, { access: "open" }],
    ["the throughput", {}, { fileSystem: { create: { throughputMode: "bursting" } } }],
    ["tags", {}, { tags: { a: "b" } }],
    ["the protection itself", {}, { dataProtection: "delete" }],
  ] as const) {
    it(`is not refused: ${what}`, () => {
      expect(refusedMoves(recordOf(before), recordOf(after), {})).to.equal(undefined);
    });
  }

  it("is not refused where an older release remembered less", () => {
    const last = { homes: {}, dataProtection: "protect" };
    expect(refusedMoves(last, recordOf({ homesPath: "/a", access: "open" }), {})).to.equal(undefined);
  });

  it("is not a policy that lets in one role, where an older release had none", () => {
    const { access: _access, ...homes } = recordOf({}).homes;
    const last = { homes, dataProtection: "protect" };
    expect(refusedMoves(last, recordOf({}), {})).to.include('"access" was open');
    expect(refusedMoves(last, recordOf({}), { access: "open" })).to.equal(undefined);
  });

  it("is refused with a flip from root beside a move to dynamic homes, unless its rights are kept", () => {
    const last = recordOf({ userMode: "root" });
    const word = { provisioning: "static" };
    const next = (raw: Raw = {}) => recordOf({ ...dynamic, movedFrom: word, ...raw });
    expect(refusedMoves(last, next(), word)).to.include('"userMode" was root');
    expect(refusedMoves(last, next({ keepRootAccess: true }), word)).to.equal(undefined);
  });
});

describe("a flip from root while homes leave static provisioning", () => {
  const word = { provisioning: "static" };
  const leaving = (raw: Raw = {}) => recordOf({ ...dynamic, movedFrom: word, ...raw });

  it("is refused, for static servers that are root may run", () => {
    expect(refusedMoves(leaving({ userMode: "root" }), leaving(), word)).to.include('"userMode" was root');
  });

  it("is not refused with their rights kept", () => {
    expect(refusedMoves(leaving({ userMode: "root" }), leaving({ keepRootAccess: true }), word)).to.equal(
      undefined,
    );
  });
});
