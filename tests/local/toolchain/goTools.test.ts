// Proves that each tool's pin is readable and reaches the linker. Does not build anything.
import { readFileSync } from "node:fs";
import { expect } from "chai";
import { goTools, linkerFlags, requiredVersion } from "../../../local/toolchain/goTools.ts";

describe("goTools", () => {
  for (const tool of goTools) {
    it(`pins ${tool.name} to a released version, and says it to the linker`, () => {
      const goMod = readFileSync(
        new URL(`../../../local/toolchain/${tool.name}/go.mod`, import.meta.url),
        "utf8",
      );
      const version = requiredVersion(goMod, tool.module);
      expect(version).to.match(/^v\d+\.\d+\.\d+$/);
      expect(linkerFlags(tool, version))
        .to.match(/^-s -w -X /)
        .and.to.contain(`=${version}`);
    });
  }

  it("links the Kubernetes version in full", () => {
    const kubernetes = goTools.find(({ name }) => name === "kubernetes");
    expect(kubernetes?.variables("v1.36.3")).to.deep.equal({
      "k8s.io/component-base/version.gitVersion": "v1.36.3",
      "k8s.io/component-base/version.gitMajor": "1",
      "k8s.io/component-base/version.gitMinor": "36",
      "k8s.io/component-base/version.gitCommit": "local",
      "k8s.io/component-base/version.gitTreeState": "clean",
    });
  });
});

describe("requiredVersion", () => {
  it("reads both forms of a requirement", () => {
    expect(requiredVersion("require a.example/x v1.2.3", "a.example/x")).to.equal("v1.2.3");
    expect(
      requiredVersion("require (\n\ta.example/y v0.1.0 // indirect\n\ta.example/x v1.2.3\n)", "a.example/x"),
    ).to.equal("v1.2.3");
  });

  it("takes no replacement for a requirement", () => {
    expect(() => requiredVersion("replace a.example/x => b.example/x v9.0.0", "a.example/x")).to.throw(
      "does not require a.example/x",
    );
  });
});
