// Proves what a project's runtime options become, and that every fault of them is told at once.
import { expect } from "chai";
import { runtimeOptions } from "../../../local/language/options.ts";

describe("runtimeOptions", () => {
  it("compiles TypeScript unless the project says otherwise", () => {
    expect(runtimeOptions({})).to.deep.equal({ typescript: true, nodeargs: [] });
    expect(runtimeOptions({ typescript: false })).to.deep.equal({ typescript: false, nodeargs: [] });
  });

  it("takes a configuration of the compiler and arguments for Node", () => {
    const options = { tsconfig: "tsconfig.pulumi.json", nodeargs: "--import './a b.mjs' --no-warnings" };
    expect(runtimeOptions(options)).to.deep.equal({
      typescript: true,
      tsconfig: "tsconfig.pulumi.json",
      nodeargs: ["--import", "./a b.mjs", "--no-warnings"],
    });
  });

  it("lets options for other purposes be", () => {
    expect(runtimeOptions({ packagemanager: "npm" })).to.deep.equal({ typescript: true, nodeargs: [] });
  });

  it("refuses what it cannot use, all at once", () => {
    const options = { typescript: "no", tsconfig: 1, nodeargs: "--title 'a" };
    expect(() => runtimeOptions(options)).to.throw(
      [
        '"runtime.options.typescript" must be true or false, got "no". Correct it in Pulumi.yaml.',
        '"runtime.options.tsconfig" must be the path of a file, got 1. Correct it in Pulumi.yaml.',
        `"runtime.options.nodeargs" has no end of the quotation that begins at 'a, got "--title 'a". Correct it in Pulumi.yaml.`,
      ].join("\n"),
    );
    expect(() => runtimeOptions({ nodeargs: ["--a"] })).to.throw('must be a line of arguments, got ["--a"]');
  });
});
