/**
 * Proves: whatever template is accepted, no user's name makes another claim or directory than a home's own, for
 * random templates and names, and for names made to reach the claims that are there.
 * Does not prove: that KubeSpawner makes the names so (slugs.test.ts holds the golden ones).
 */
import { expect } from "chai";
import fc from "fast-check";
import { claimNames, hubDatabaseClaim, sharedClaim } from "../../../../components/settings/names.ts";
import { faultsOf } from "../../../support/faults.ts";
import { normalName, slug } from "../../../support/slugs.ts";

const sharedFolders = { data: {} };
const others = [...Object.values(claimNames), hubDatabaseClaim, sharedClaim("data")];
const schemes = ["safe", "escape"] as const;

const username = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 60 })
  .map((name) => normalName(name.replaceAll("/", "").trim()))
  .filter((name) => name !== "");

/** Beginnings of the claims that are there, and others. */
const beginning = fc.oneof(
  fc.constantFrom(...others).chain((claim) => fc.nat(claim.length).map((length) => claim.slice(0, length))),
  fc.stringMatching(/^[a-z][-a-z0-9]{0,12}$/),
  fc.constant("home-"),
);
const ending = fc.oneof(
  fc.constant(""),
  fc.stringMatching(/^-[a-z0-9]{1,5}$/),
  fc.constantFrom("-dir", "-plain"),
);

const homeOf = (template: string, scheme: (typeof schemes)[number], name: string): string =>
  template.replace("{username}", () => slug[scheme](name));

describe("a user's name", () => {
  it("reaches no claim but its home's in dynamic provisioning", () => {
    fc.assert(
      fc.property(beginning, ending, fc.constantFrom(...schemes), username, (start, end, usernames, name) => {
        const homeDirectory = `${start}{username}${end}`;
        fc.pre(faultsOf({ homeDirectory, usernames, sharedFolders, provisioning: "dynamic" }).length === 0);
        const made = others.map((claim) => claim.slice(start.length, claim.length - end.length));
        for (const user of [name, ...made].filter((candidate) => candidate !== "")) {
          expect(others).not.to.include(homeOf(homeDirectory, usernames, user));
        }
      }),
      { numRuns: 500, maxSkipsPerRun: 20 },
    );
  });

  it("is refused such a claim where a template would let it: the property can fail", () => {
    expect(others).to.include(homeOf("hub-{username}", "safe", "db-dir"));
  });

  it("makes one directory, in homesPath, that is no other user's", () => {
    fc.assert(
      fc.property(fc.constantFrom(...schemes), username, username, (usernames, one, other) => {
        const [home, another] = [one, other].map((name) => homeOf("home-{username}", usernames, name));
        expect(home).to.match(/^home-[a-z0-9-]+$/);
        if (one !== other) expect(home).not.to.equal(another);
      }),
      { numRuns: 500 },
    );
  });
});
