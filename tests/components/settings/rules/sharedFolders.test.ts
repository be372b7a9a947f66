// Proves which names and words of shared folders are taken, and that no accepted folder's path is one that EFS refuses, or a
// home's. Does not prove what KubeSpawner makes of a user's name: tests/engine/spawner has the real one.
import { expect } from "chai";
import fc from "fast-check";
import { forms } from "../../../../components/settings/shape/forms.ts";
import { sharedPath, sharedFolders } from "../../../../components/plan/sharedFolders.ts";
import { expectFault, expectNone, faultsOf } from "../../../support/faults.ts";
import { settingsOf } from "../../../support/settings.ts";

const anyName = fc
  .stringMatching(/^[a-z0-9][-a-z0-9]{0,39}$/)
  .filter((name) => forms.sharedFolder.test(name));

describe("sharedFolders", () => {
  it("are taken by name, and nobody writes unless said", () => {
    expectNone({
      sharedFolders: { data: {}, "course-2": { writers: "admins" }, a: { writers: "everyone" } },
    });
    expect(settingsOf({ sharedFolders: { data: {} } }).sharedFolders).to.deep.equal({
      data: { writers: "nobody" },
    });
  });

  for (const name of ["", "Data", "_data", "-data", "data-", "..", "a b", "d".repeat(41), "ä"]) {
    it(`may not be called ${JSON.stringify(name)}`, () => {
      const [fault] = faultsOf({ sharedFolders: { [name]: {} } });
      expect(fault?.path).to.match(/^sharedFolders/);
      expect(fault?.rule).to.match(/must be named by/);
    });
  }

  it("may not have another key, another word, or nothing at all", () => {
    expectFault(
      { sharedFolders: { data: { writer: "admins" } } },
      "sharedFolders.data.writer",
      /not a known/,
    );
    expectFault(
      { sharedFolders: { data: { writers: "admin" } } },
      "sharedFolders.data.writers",
      /`nobody`, /,
    );
    expectFault({ sharedFolders: { data: null } }, "sharedFolders.data", /must be a mapping/);
    expectFault({ sharedFolders: ["data"] }, "sharedFolders", /must be a mapping/);
  });

  it("have claims that no home's claim can be", () => {
    for (const homeDirectory of ["shared-{username}", "s{username}", "shared-d{username}"]) {
      expectFault(
        { provisioning: "dynamic", homeDirectory, sharedFolders: { data: {} } },
        "homeDirectory",
        /shared-data/,
      );
    }
    expectNone({ provisioning: "dynamic", homeDirectory: "shared-{username}" });
  });

  it("lie where EFS takes a path, below the longest directory of homes", () => {
    const longest = `/${"h".repeat(50)}`;
    const raw = { homesPath: longest, homeDirectory: "{username}" };
    expectNone(raw);
    fc.assert(
      fc.property(anyName, (name) => {
        const settings = settingsOf({ ...raw, sharedFolders: { [name]: {} } });
        const [folder] = sharedFolders(settings);
        if (folder === undefined) throw new Error("no folder");
        const path = sharedPath(settings, folder);
        expect(path.length).to.be.at.most(100);
        expect(path).to.match(/^\/h+\/_[a-z0-9-]+$/);
      }),
    );
  });
});
