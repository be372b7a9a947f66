// Proves that Helm itself, with the stand-in charts, takes and refuses what their unit tests say, and finds no fault in the
// charts. Does not prove anything about the real charts.
import path from "node:path";
import { expect } from "chai";
import { execa } from "execa";
import { accepted, rejected } from "../../local/charts/goldenValues.ts";

const folder = path.resolve(import.meta.dirname, "..", "..", "..", "local", "charts");
const chart = (name: string): string => path.join(folder, name);

/** Renders a chart; a refusal is an answer too. */
async function render(
  name: string,
  values: object,
): Promise<{ exitCode: number | undefined; stderr: string; stdout: string }> {
  const words = ["template", "release", chart(name), "--kube-version=1.36", "--values=-"];
  const { exitCode, stderr, stdout } = await execa("helm", words, {
    input: JSON.stringify(values),
    reject: false,
  });
  return { exitCode, stderr, stdout };
}

describe("the stand-in charts, for Helm", function () {
  for (const name of ["jupyterhub", "aws-efs-csi-driver"]) {
    it(`are in order: ${name}`, async () => {
      const { stdout } = await execa("helm", ["lint", chart(name)]);
      expect(stdout).to.include("0 chart(s) failed");
    });
  }

  for (const [what, values] of Object.entries(accepted)) {
    it(`take ${what}`, async () => {
      const { exitCode, stderr } = await render("jupyterhub", values);
      expect(exitCode, stderr).to.equal(0);
    });
  }

  for (const [what, values] of Object.entries(rejected)) {
    it(`refuse ${what}`, async () => {
      const { exitCode, stderr } = await render("jupyterhub", values);
      expect(exitCode).not.to.equal(0);
      expect(stderr).to.include("values don't meet the specifications of the schema(s)");
    });
  }

  it("refuse hub.fsGid, and a metadata server that is blocked and allowed at once", async () => {
    expect((await render("jupyterhub", { hub: { fsGid: 100 } })).stderr).to.include("hub.fsGid");
    const allowed = { singleuser: { networkPolicy: { egressAllowRules: { cloudMetadataServer: true } } } };
    expect((await render("jupyterhub", allowed)).stderr).to.include("blockWithIptables");
  });

  it("make the hub's claim only for a database on a claim", async () => {
    expect((await render("jupyterhub", {})).stdout).to.include("name: hub-db-dir");
    expect((await render("jupyterhub", { hub: { db: { type: "sqlite-memory" } } })).stdout).not.to.include(
      "hub-db-dir",
    );
  });

  it("pass a misspelt value of the driver in silence, as its real chart does", async () => {
    expect((await render("aws-efs-csi-driver", { contoller: { replicaCount: 1 } })).exitCode).to.equal(0);
  });
});
