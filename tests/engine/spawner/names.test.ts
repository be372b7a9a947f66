// Proves, with the real KubeSpawner and JupyterHub's own rules for names: whatever users are called, and whatever settings are
// accepted, no two users have the same home or claim, none has a home outside of `homesPath` or in a shared folder, and no
// user's claim is one of ours. Shows the limit of that: names that somebody made up to have the same hash. Does not prove what an
// authenticator lets in.
import { expect } from "chai";
import fc from "fast-check";
import { claimNames, hubDatabaseClaim, sharedClaim } from "../../../components/settings/names.ts";
import { faultsOf } from "../../support/faults.ts";
import { settingsOf } from "../../support/settings.ts";
import { slug } from "../../support/slugs.ts";
import { type Asked, answers, homeOf, isMade, made } from "./spawner.ts";

const golden = {
  alice: ["alice", "alice"],
  "bob-smith": ["bob-smith", "bob-2dsmith"],
  "bob.smith": ["bob-smith---365b77fb", "bob-2esmith"],
  bob_smith: ["bob-smith---56318ccd", "bob-5fsmith"],
  "user@example.com": ["user-example-com---b4c9a289", "user-40example-2ecom"],
  "1student": ["x-1student---41988779", "1student"],
  josé: ["jos---d994e1d0", "jos-c3-a9"],
} as const;

const shared = ["data", "x"];
const ours = [...Object.values(claimNames), hubDatabaseClaim, ...shared.map(sharedClaim)];

/** What stands between letters in names that are meant to be taken for each other's. */
const between = fc.constantFrom(
  ".",
  "-",
  "_",
  "@",
  "..",
  "--",
  "---",
  "/",
  " ",
  "+",
  "%2f",
  "\u0000",
  "é",
  "\u0301",
  "",
);
const word = fc.constantFrom(
  "bob",
  "Bob",
  "BOB",
  "smith",
  "a",
  "b",
  "1",
  "_",
  "..",
  "x",
  "home",
  "efs",
  "homes",
  "data",
  "365b77fb",
);
const composed = fc
  .array(fc.tuple(between, word), { minLength: 1, maxLength: 5 })
  .map((parts) => parts.flat().join(""));
const long = fc
  .tuple(fc.nat(60), fc.string({ unit: "grapheme", maxLength: 8 }))
  .map(([n, end]) => "a".repeat(n) + end);
const slugged = composed.chain((name) => fc.constantFrom(slug.safe(name), slug.escape(name)));
const reaching = fc.constantFrom(
  ...ours,
  ...shared,
  ...shared.map((name) => `_${name}`),
  "..",
  ".",
  "../etc",
  "{userid}",
  "{",
);
const username = fc.oneof(
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 }),
  composed,
  long,
  slugged,
  reaching.chain((name) => fc.nat(6).map((from) => name.slice(from) || name)),
);
const server = fc.oneof(
  fc.constant(""),
  fc.constant("gpu"),
  composed.filter((name) => !name.includes("/")),
);

const settings = fc
  .record({
    userMode: fc.constantFrom("root", "non-root"),
    provisioning: fc.constantFrom("static", "dynamic"),
    usernames: fc.constantFrom("safe", "escape"),
    homesPath: fc.constantFrom("/hub", "/a/b/c", "/_x", "/homes of all"),
    homeDirectory: fc.constantFrom(
      "home-{username}",
      "{username}",
      "{username}-home",
      "u{username}-x",
      "s-{username}",
    ),
    sharedFolders: fc.constantFrom({}, Object.fromEntries(shared.map((name) => [name, {}]))),
  })
  .filter((raw) => faultsOf(raw).length === 0);

describe("a user's name", () => {
  it("becomes what it always became: the names of directories depend on it", async () => {
    const users = Object.keys(golden).map((user) => ({ user }));
    for (const [index, usernames] of (["safe", "escape"] as const).entries()) {
      const asked = settingsOf({ usernames, homeDirectory: "{username}" });
      const homes = (await made(asked, users)).map((one) => homeOf(asked, one));
      expect(homes).to.deep.equal(Object.values(golden).map((both) => `/hub/${both[index] ?? ""}`));
    }
  });

  it("gives each user a home of their own, in the place of homes, and reaches nothing else", async () => {
    const check = async (raw: Record<string, unknown>, servers: readonly Asked[]) => {
      const asked = settingsOf(raw);
      const all = (await answers(asked, servers)).filter(isMade);
      const owners = new Map<string, string>();
      for (const one of all) {
        const home = homeOf(asked, one);
        expect(owners.get(home) ?? one.user, `the home ${home}`).to.equal(one.user);
        owners.set(home, one.user);
        const [directory = "", ...deeper] = home.slice(asked.homesPath.length + 1).split("/");
        expect(home.startsWith(`${asked.homesPath}/`) && deeper.length === 0, home).to.equal(true);
        expect(directory).to.match(/^[-a-z0-9]+$/);
        if (one.claim) {
          expect(ours).not.to.include(one.claim.metadata.name);
          expect(one.claim.metadata.name).to.equal(directory);
        }
        if (asked.usernames === "safe") expect(home.length).to.be.at.most(100);
      }
      // Named servers share their user's home, and nobody else's.
      expect(owners.size).to.equal(new Set(all.map(({ user }) => user)).size);
    };
    const servers = fc.array(fc.record({ user: username, server }), {
      minLength: 200,
      maxLength: 400,
      size: "max",
    });
    await fc.assert(fc.asyncProperty(settings, servers, check), { numRuns: 5, endOnFailure: true });
  });

  it("is known to our own tests as KubeSpawner makes it", async () => {
    const users = fc.sample(username, 500).map((user) => ({ user }));
    for (const usernames of ["safe", "escape"] as const) {
      const asked = settingsOf({ usernames, homeDirectory: "{username}" });
      for (const one of (await answers(asked, users)).filter(isMade)) {
        expect(homeOf(asked, one)).to.equal(`/hub/${slug[usernames](one.user)}`);
      }
    }
  });

  it("can be made up to have another's home where names are safe slugs, and cannot where they are escaped", async () => {
    // Found in a second: 32 bits of a hash tell names apart that differ in special characters only. docs/threats.md
    const [one, other] = ["bob..=@~.smith", "bob.@!_=!smith"] as const;
    const homes = async (usernames: string) => {
      const asked = settingsOf({ usernames });
      return (await made(asked, [{ user: one }, { user: other }])).map((server) => homeOf(asked, server));
    };
    expect(new Set(await homes("safe")).size).to.equal(1);
    expect(new Set(await homes("escape")).size).to.equal(2);
  });
});
