// Proves what mocha is asked to run, and in how many processes. Does not run it.
import { expect } from "chai";
import { mochaArguments, mochaRuns, whatFailed } from "../../../local/commands/test.ts";

describe("mochaArguments", () => {
  it("forbid skipped tests, lone tests and an empty run", () => {
    expect(mochaArguments(["a.test.ts"])).to.include.members([
      "--forbid-pending",
      "--forbid-only",
      "--fail-zero",
    ]);
    expect(mochaArguments(["a.test.ts"]).at(-1)).to.equal("a.test.ts");
  });
});

describe("mochaRuns", () => {
  const files = ["a.test.ts", "b.test.ts"];

  it("gives each file a process of its own", () => {
    expect(mochaRuns([], files)).to.deep.equal([["a.test.ts"], ["b.test.ts"]]);
    expect(mochaRuns(["--timeout", "5"], files)).to.deep.equal([
      ["--timeout", "5", "a.test.ts"],
      ["--timeout", "5", "b.test.ts"],
    ]);
  });

  it("runs only the files that are named", () => {
    expect(mochaRuns(["c.test.ts"], files)).to.deep.equal([["c.test.ts"]]);
  });

  it("looks for a title in all files at once", () => {
    expect(mochaRuns(["--grep", "flip"], files)).to.deep.equal([["--grep", "flip", ...files]]);
  });
});

describe("whatFailed", () => {
  it("is mocha's report of failures, without their count, which would be taken for more of them", () => {
    const printed =
      "  homes\n    1) stay\n\n  3 passing (2m)\n  1 failing\n\n  1) homes\n       stay:\n     Error: gone\n\n";
    expect(whatFailed(printed)).to.equal("1) homes\n       stay:\n     Error: gone");
    expect(whatFailed("  homes\n    ✔ stay\n\n  3 passing (2m)\n")).to.equal("");
  });
});
