// Proves which changes of a stack are refused, what is said of them, and which word lets them through. Does not prove
// that the engine asks before it changes anything: tests/engine/moves.test.ts does.
import { expect } from "chai";
import fc from "fast-check";
import { refusedMoves } from "../../../components/plan/moves.ts";
import { stackRecord, type StackRecord } from "../../../components/plan/record.ts";
import { recordedPaths } from "../../../components/settings/recordedPaths.ts";
import { settingsOf } from "../../support/settings.ts";

type Raw = Record<string, unknown>;

const existing = (id: string) => ({
  fileSystem: { existing: { id } },
  homesPath: "/homes",
  usernames: "safe",
});
const recordOf = (raw: Raw): StackRecord => stackRecord(settingsOf(raw));

/** Each setting that homes rest on: before, after, what is to be read, and the word that lets it through. */
const changes: readonly (readonly [
  path: string,
  before: Raw,
  after: Raw,
  said: RegExp,
  word: string | number,
])[] = [
  [
    "homesPath",
    {},
    { homesPath: "/homes" },
    /is \/hub\/home-bob-smith---365b77fb .* \/homes\/home-bob/,
    "/hub",
  ],
  [
    "homeDirectory",
    {},
    { homeDirectory: "h-{username}" },
    /\/hub\/h-bob-smith---365b77fb/,
    "home-{username}",
  ],
  ["usernames", {}, { usernames: "escape" }, /\/hub\/home-bob-2esmith/, "safe"],
  ["posix.uid", {}, { posix: { uid: 2000 } }, /1000:100, and servers would run as 2000:100/, 1000],
  ["posix.gid", {}, { posix: { gid: 2000 } }, /1000:100, and servers would run as 1000:2000/, 100],
  ["provisioning", {}, { provisioning: "dynamic" }, /keep their paths/, "static"],
  [
    "hub.signIn.kind",
    { hub: { signIn: { kind: "anyone" } } },
    { hub: { admins: ["ada"], signIn: { kind: "native" } } },
    /call people otherwise/,
    "anyone",
  ],
  ["identity", {}, { identity: "irsa" }, /within the hour/, "pod-identity"],
  ["hub.database.kind", {}, { hub: { database: { kind: "memory" } } }, /another database/, "claim"],
  [
    "hub.database.storageClassName",
    {},
    { hub: { database: { kind: "claim", storageClassName: "io2" } } },
    /another database/,
    "gp3",
  ],
  [
    "userMode",
    { ...existing("fs-0123456789abcdef0"), userMode: "root" },
    existing("fs-0123456789abcdef0"),
    /belong to root/,
    "root",
  ],
  [
    "userMode",
    existing("fs-0123456789abcdef0"),
    { ...existing("fs-0123456789abcdef0"), userMode: "root" },
    /give each home's directory to `posix`/,
    "non-root",
  ],
  ["userMode", { userMode: "root" }, {}, /`keepRootAccess: true` until none runs/, "root"],
  ["userMode", { userMode: "root", access: "tls" }, { access: "tls" }, /keepRootAccess/, "root"],
  ["access", { access: "tls" }, {}, /mounted without a role.*stop all of them/, "tls"],
  ["access", { access: "open" }, {}, /mounted without a role.*stop all of them first\.\n/, "open"],
  [
    "access",
    { access: "open", provisioning: "dynamic" },
    { provisioning: "dynamic" },
    /moves\.md#access/,
    "open",
  ],
  ["access", {}, { access: "open" }, /by the driver's role, which goes/, "iam"],
];

/** What would be made anew in the place of what holds data. */
const replacements: typeof changes = [
  ["hub.namespace", {}, { hub: { namespace: "other" } }, /another hub/, "hub"],
  ["fileSystem.create.performanceMode", {}, bursting("maxIO"), /another file system/, "generalPurpose"],
  [
    "fileSystem.create.oneZone",
    {},
    { fileSystem: { create: { oneZone: "us-east-1a" } } },
    /another file system/,
    "nothing",
  ],
  [
    "fileSystem.existing.id",
    {},
    { ...existing("fs-0123456789abcdef0"), homesPath: "/hub" },
    /another file system/,
    "nothing",
  ],
];

const dynamic = { provisioning: "dynamic" };

function bursting(performanceMode: string): Raw {
  return { fileSystem: { create: { throughputMode: "bursting", performanceMode } } };
}

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
      expect(refusedMoves(last, next, {})).to.include(`  movedFrom:\n    ${path}: ${word}`);
      expect(refusedMoves(last, next, { [path]: word })).to.equal(undefined);
    });

    it(`is refused again where the word is an old one: ${path}`, () => {
      expect(refusedMoves(last, next, { [path]: "something else" })).to.include(path);
    });
  }

  for (const [path, before, after, , word] of replacements) {
    it(`is refused in spite of the word while the old one is protected: ${path}`, () => {
      const refused = refusedMoves(recordOf(before), recordOf({ ...after, dataProtection: "delete" }), {
        [path]: word,
      });
      expect(refused).to.include(path).and.include("dataProtection: retain");
    });
  }

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

describe("a change that takes nothing from anybody", () => {
  for (const [what, before, after] of [
    ["nothing at all", {}, {}],
    ["the mode to root", {}, { userMode: "root" }],
    ["the mode in dynamic provisioning", { ...dynamic, userMode: "root" }, dynamic],
    ["the mode from root, with its rights kept", { userMode: "root" }, { keepRootAccess: true }],
    ["the mode, where all is open", { userMode: "root", access: "open" }, { access: "open" }],
    ["the rights of root, once they are not needed", { keepRootAccess: true }, {}],
    ["an open file system to TLS", { access: "open" }, { access: "tls" }],
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

describe("a stack's record", () => {
  it("has only settings that `movedFrom` takes", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...[...changes, ...replacements].flatMap(([, one, other]) => [one, other])),
        (raw) => {
          expect(recordedPaths).to.include.members(Object.keys(recordOf(raw).homes));
        },
      ),
    );
  });

  it("has no secret and nothing that only an update knows", () => {
    const kmsKeyArn = { __pulumiOutput: true };
    expect(recordOf({ fileSystem: { create: { kmsKeyArn } } }).homes).not.to.have.property(
      "fileSystem.create.kmsKeyArn",
    );
  });
});
