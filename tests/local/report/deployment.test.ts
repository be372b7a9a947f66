// Proves what is read out of an exported state. The state here is made by hand after the engine's form.
import { expect } from "chai";
import { inReleases, madeBy, readDeployment, stackOutputs } from "../../../local/report/deployment.ts";

const secret = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", ciphertext: "v1:x" };
const state = JSON.stringify({
  version: 3,
  deployment: {
    resources: [
      {
        urn: "urn:pulumi:local::p::pulumi:pulumi:Stack::p-local",
        type: "pulumi:pulumi:Stack",
        outputs: { url: "http://x", key: secret, targets: { a: { id: secret } } },
      },
      {
        urn: "urn:pulumi:local::p::pulumi:providers:aws::default",
        type: "pulumi:providers:aws",
        custom: true,
        id: "1",
      },
      {
        urn: "urn:pulumi:local::p::j:index:Hub$aws:efs/fileSystem:FileSystem::hub-files",
        type: "aws:efs/fileSystem:FileSystem",
        custom: true,
        id: "fs-1",
      },
      {
        urn: "urn:pulumi:local::p::kubernetes:core/v1:Namespace::ns",
        type: "kubernetes:core/v1:Namespace",
        custom: true,
        id: "hub",
      },
      {
        urn: "urn:pulumi:local::p::kubernetes:helm.sh/v3:Release::hub",
        type: "kubernetes:helm.sh/v3:Release",
        custom: true,
        id: "hub/hub",
        outputs: { resourceNames: { "Deployment.apps/apps/v1": ["hub/hub", "hub/proxy"] } },
      },
    ],
  },
});

describe("the report's data", () => {
  const resources = readDeployment(state);

  it("lists what is in a cloud, by provider", () => {
    expect(madeBy("aws", resources)).to.deep.equal([["efs FileSystem", "hub-files", "fs-1"]]);
    expect(madeBy("kubernetes", resources)).to.deep.equal([
      ["Helm release", "hub", "hub/hub"],
      ["Namespace", "ns", "hub"],
    ]);
  });

  it("lists what Helm made", () => {
    expect(inReleases(resources)).to.deep.equal([
      ["Deployment.apps", "hub/hub, hub/proxy", "release hub/hub"],
    ]);
  });

  it("shows outputs, an object value by value, and no secret", () => {
    expect(stackOutputs(resources)).to.deep.equal([
      ["url", "http://x"],
      ["key", "[secret]"],
      ["targets.a.id", "[secret]"],
    ]);
  });

  it("takes a stack without resources", () => {
    expect(readDeployment(`{"version": 3, "deployment": {"manifest": {}}}`)).to.deep.equal([]);
  });
});
