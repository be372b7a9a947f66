// Proves what mocha is asked to run. Does not run it.
import { expect } from "chai";
import { mochaArguments } from "../../../local/commands/test.ts";

describe("mochaArguments", () => {
  it("runs all engine tests, and forbids skipped ones and an empty run", () => {
    expect(mochaArguments([])).to.include.members(["--forbid-pending", "--forbid-only", "--fail-zero"]);
    expect(mochaArguments(["--grep", "flip"]).at(-1)).to.equal("tests/engine/**/*.test.ts");
  });

  it("runs only the files that are named", () => {
    expect(mochaArguments(["tests/engine/a.test.ts"])).not.to.include("tests/engine/**/*.test.ts");
  });
});
