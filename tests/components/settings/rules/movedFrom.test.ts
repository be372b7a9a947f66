// Proves the rules of the words for moves and for owners. Does not prove what the words do: tests/components/plan does.
import { expect } from "chai";
import { expectFault, expectNone } from "../../../support/faults.ts";

describe("movedFrom", () => {
  it("names settings that homes rest on", () => {
    expectNone({ movedFrom: { homesPath: "/hub", "posix.uid": 1000 } });
    expectNone({ movedFrom: { "aws:region": "us-east-1", "fileSystem.create.backup": "plan" } });
  });

  it("is a fault where it names another setting, and says which was meant", () => {
    expect(expectFault({ movedFrom: { homePath: "/hub" } }, "movedFrom.homePath", /rest on/).fix).to.include(
      "`homesPath`",
    );
    expect(
      expectFault({ movedFrom: { "aws.region": "x" } }, 'movedFrom["aws.region"]', /rest on/).fix,
    ).to.include("`aws:region`");
    expectFault({ movedFrom: { tags: "x" } }, "movedFrom.tags", /rest on/);
  });

  it("has old values, which are text or numbers", () => {
    expectFault({ movedFrom: { homesPath: true } }, "movedFrom.homesPath", /old value/);
  });
});

describe("fixOwners", () => {
  it("is for static homes", () => {
    expectNone({ fixOwners: "files" });
    expectFault({ fixOwners: "files", provisioning: "dynamic" }, "fixOwners", /static/);
    expectNone({ fixOwners: "nothing", provisioning: "dynamic" });
  });

  it("is one of three words", () => {
    expectFault({ fixOwners: "all" }, "fixOwners", /`nothing`, `directories` or `files`/);
  });
});
