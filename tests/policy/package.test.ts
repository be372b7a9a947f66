// Proves that the pack stands on the versions that this repository is tested with, and knows the component by its real name.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { expect } from "chai";
import { JupyterHubOnEfs } from "../../components/jupyterHubOnEfs.ts";
import { EFS_CSI_DRIVER } from "../../components/plan/volume.ts";
import { efsDriver } from "../../policy/kubernetes.ts";
import { wholeType } from "../../policy/rule.ts";

const repository = path.resolve(import.meta.dirname, "..", "..");

interface Manifest {
  readonly version: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}
const json = async (...file: string[]): Promise<Manifest> =>
  JSON.parse(await readFile(path.join(repository, ...file), "utf8")) as Manifest;

describe("the policy pack's package", () => {
  it("asks for exactly what is installed here", async () => {
    const { dependencies = {} } = await json("policy", "package.json");
    expect(dependencies).to.have.keys("@pulumi/policy", "@pulumi/pulumi");
    for (const [name, version] of Object.entries(dependencies)) {
      const { version: installed } = await json("node_modules", ...name.split("/"), "package.json");
      expect(installed.replace(/^v/, ""), name).to.equal(version);
    }
  });

  it("calls things as the components do", () => {
    expect(efsDriver).to.equal(EFS_CSI_DRIVER);
    expect(JupyterHubOnEfs.toString()).to.contain(`"${wholeType}"`);
  });
});
