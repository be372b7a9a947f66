// Proves which Go can build the tools, and that a missing tool is named with the way to get it.
import { expect } from "chai";
import { Failure } from "../../../local/failure.ts";
import { canBuild, requireGo, requirePython } from "../../../local/toolchain/prerequisites.ts";

describe("canBuild", () => {
  const cases: [version: string, toolchain: string, can: boolean][] = [
    ["go1.26.8", "local", true],
    ["go1.27", "auto", true],
    ["go2.0", "local", true],
    ["go1.25.1", "auto", true],
    ["go1.25.1", "local", false],
    ["go1.25.1", "local+path", false],
    ["go1.21.0", "go1.26.0+auto", true],
    ["go1.20.14", "auto", false],
    ["devel", "auto", false],
  ];
  for (const [version, toolchain, can] of cases) {
    it(`says ${can ? "yes" : "no"} to ${version} with GOTOOLCHAIN=${toolchain}`, () => {
      expect(canBuild(version, toolchain)).to.equal(can);
    });
  }
});

describe("a missing tool", () => {
  const empty = { PATH: "/nonexistent" };
  const failure = async (attempt: Promise<unknown>): Promise<Failure> => {
    try {
      await attempt;
    } catch (error) {
      if (error instanceof Failure) return error;
      throw error;
    }
    throw new Error("nothing failed");
  };

  it("is named with the way to get it: Go", async () => {
    expect((await failure(requireGo(empty))).message)
      .to.contain("Go is missing")
      .and.to.contain("https://go.dev/dl/");
  });

  it("is named with the way to get it: Python", async () => {
    const { message } = await failure(requirePython(empty));
    expect(message).to.contain("Python 3 is missing").and.to.contain("apt install python3");
  });
});
