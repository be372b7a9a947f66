// Proves that a release is read as Helm 3 writes it, on a record made here. Does not prove that Helm still writes so: the
// engine tests do.
import { gzipSync } from "node:zlib";
import { expect } from "chai";
import { resourceNames, storedRelease } from "../../../../../local/providers/kubernetes/release/stored.ts";
import { valuesOf } from "../../../../../local/providers/kubernetes/release/values.ts";

const record = (version: number, status: string) => {
  const chart = { metadata: { name: "jupyterhub", version: "4.4.0", appVersion: "5.5.0" } };
  const release = { name: "hub", version, info: { status }, chart, config: { a: null }, manifest: "" };
  const text = gzipSync(JSON.stringify(release)).toString("base64");
  return {
    metadata: { labels: { version: String(version) } },
    data: { release: Buffer.from(text).toString("base64") },
  };
};

describe("a release in the cluster", function () {
  it("is its newest revision, by number and not by text", async () => {
    const records = [record(9, "superseded"), record(10, "deployed"), record(2, "superseded")];
    const stored = await storedRelease({ list: () => Promise.resolve(records) }, "hub", "hub");
    expect(stored).to.include({ revision: 10, status: "deployed" });
    expect(stored?.chart).to.deep.equal({ name: "jupyterhub", version: "4.4.0", appVersion: "5.5.0" });
    expect(stored?.values).to.deep.equal({ a: null });
  });

  it("is none where there is no record", async () => {
    expect(await storedRelease({ list: () => Promise.resolve([]) }, "hub", "hub")).to.equal(undefined);
  });

  it("made the objects of its manifest, by kind and version", () => {
    const object = (apiVersion: string, kind: string, name: string, namespace = "") =>
      JSON.stringify({ apiVersion, kind, metadata: { name, ...(namespace && { namespace }) } });
    const manifest = [
      object("v1", "Service", "b", "n"),
      object("v1", "Service", "a"),
      object("apps/v1", "Deployment", "hub"),
      "",
    ];
    expect(resourceNames(manifest.join("\n---\n"))).to.deep.equal({
      "Service/v1": ["a", "n/b"],
      "Deployment.apps/apps/v1": ["hub"],
    });
  });
});

describe("the values of a release", function () {
  it("are those of the files under those of the program; lists are replaced, and nulls stay", () => {
    const asset = {
      "4dabf18193072939515e22adb298388d": "c44067f5952c0a294b673a41bacd8c17",
      text: "a: {b: 1, c: [1, 2]}\nd: 1\n",
    };
    const inputs = { valueYamlFiles: [asset], values: { a: { c: [3] }, d: null } };
    expect(valuesOf(inputs)).to.deep.equal({ a: { b: 1, c: [3] }, d: null });
  });
});
