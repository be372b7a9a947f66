/**
 * Proves: which paths and directories of homes are refused, in both kinds of provisioning.
 * Does not prove: that no name reaches another claim for all names (claims.test.ts).
 */
import { expect } from "chai";
import { expectFault, expectNone } from "../../../support/faults.ts";

describe("homesPath", () => {
  const refused: readonly (readonly [path: string, rule: RegExp])[] = [
    ["homes", /absolute/],
    ["/", /root of the file system/],
    ["/homes/", /empty part/],
    ["//homes", /empty part/],
    ["/a/b/c/d", /3 levels/],
    ["/homes/../etc", /EFS takes/],
    ["/.homes", /EFS takes/],
    ["/ho$mes", /EFS takes/],
    ["/ho*mes", /EFS takes/],
    ["/ho\tmes", /EFS takes/],
    [`/${"a".repeat(50)}`, /100 characters/],
  ];
  for (const [path, rule] of refused) {
    it(`refuses ${JSON.stringify(path)}`, () => {
      expectFault({ homesPath: path }, "homesPath", rule);
    });
  }

  for (const path of ["/homes", "/a/b/c", "/team one/homes", "/data_1/homes-2"]) {
    it(`takes ${path}`, () => {
      expectNone({ homesPath: path });
    });
  }

  it("counts the longest user name of each scheme: 48 characters safe, 63 escaped", () => {
    // 100 = path + slash + "home-" + name
    expectNone({ homesPath: `/${"a".repeat(45)}` });
    expectFault({ homesPath: `/${"a".repeat(46)}` }, "homesPath", /100/);
    expectNone({ homesPath: `/${"a".repeat(30)}`, usernames: "escape" });
    expectFault({ homesPath: `/${"a".repeat(31)}`, usernames: "escape" }, "homesPath", /100/);
  });
});

describe("homeDirectory", () => {
  const refused: readonly (readonly [template: string, rule: RegExp])[] = [
    ["home", /every user has the same home/],
    ["home/jovyan", /every user has the same home/],
    ["home/{username}", /one directory/],
    ["{username}/..", /one directory/],
    ["..{username}", /dot/],
    [".{username}", /dot/],
    ["{username}..x", /dot/],
    ["_{username}", /`_`/],
    ["{username}-{username}", /only once/],
    ["{unescaped_username}", /no field but/],
    ["{username}-{servername}", /no field but/],
    ["{userid}", /no field but/],
    ["{}{username}", /no field but/],
    ["{{username}}", /no field but/],
    ["a b{username}", /letters, digits/],
    ["$(HOME){username}", /letters, digits/],
  ];
  for (const provisioning of ["static", "dynamic"]) {
    for (const [template, rule] of refused) {
      it(`refuses ${template} (${provisioning})`, () => {
        expectFault({ homeDirectory: template, provisioning }, "homeDirectory", rule);
      });
    }
  }

  it("may be the name alone in static provisioning only: a claim needs a text of its own before it", () => {
    expectNone({ homeDirectory: "{username}" });
    expectFault({ homeDirectory: "{username}", provisioning: "dynamic" }, "homeDirectory", /text of its own/);
  });

  it("makes a claim's name in dynamic provisioning", () => {
    for (const homeDirectory of ["Home-{username}", "home.{username}", "-{username}", "home-{username}-"]) {
      expectNone({ homeDirectory });
      expectFault({ homeDirectory, provisioning: "dynamic" }, "homeDirectory", /claim's name/);
    }
  });

  it("does not begin like any other claim of the namespace in dynamic provisioning", () => {
    const claims = {
      "hub-": "hub-db-dir",
      h: "hub-db-dir",
      "efs-": "efs-homes",
      "efs-homes-": "efs-homes-plain",
    };
    for (const [prefix, claim] of Object.entries(claims)) {
      const fault = expectFault(
        { homeDirectory: `${prefix}{username}`, provisioning: "dynamic" },
        "homeDirectory",
        /must not begin like the claim/,
      );
      expect(fault.rule).to.include(claim);
    }
  });

  it("counts the claims that the user's values name", () => {
    const volume = { name: "data", persistentVolumeClaim: { claimName: "home-data" } };
    const values = { singleuser: { storage: { extraVolumes: [volume] } } };
    expectFault({ provisioning: "dynamic", hub: { values } }, "homeDirectory", /home-data/);
    expectNone({ provisioning: "static", hub: { values } });
  });

  it("is not reached by a claim with a user's name in it, whatever that begins with", () => {
    // The scratch claim of the user `home-bob` would be the home of the user `bob-x`.
    const claim = (claimName: string) => ({
      provisioning: "dynamic",
      hub: {
        values: {
          singleuser: { storage: { extraVolumes: { scratch: { persistentVolumeClaim: { claimName } } } } },
        },
      },
    });
    expectFault(claim("{username}-x"), "homeDirectory", /\{username\}-x/);
    expectFault(claim("ho{username}"), "homeDirectory", /ho\{username\}/);
    expectNone(claim("scratch-{username}"));
  });
});
