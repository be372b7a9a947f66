// Proves how objects get their names and namespaces. Does not prove that the API server takes them.
import { expect } from "chai";
import type { CheckRequest } from "../../../../../local/providers/engine/resourceType.ts";
import { unknown } from "../../../../../local/providers/engine/values.ts";
import { withName, withNamespace } from "../../../../../local/providers/kubernetes/objects/naming.ts";

const request = (more: Partial<CheckRequest>): CheckRequest => ({
  urn: "urn:x",
  type: "kubernetes:core/v1:ConfigMap",
  name: "map",
  randomSeed: new Uint8Array([1]),
  news: {},
  ...more,
});

describe("an object's name", function () {
  it("is the program's, known or not", () => {
    for (const metadata of [{ name: "mine" }, { name: unknown }, unknown]) {
      expect(withName(request({ news: { metadata } })).inputs).to.deep.equal({ metadata });
    }
  });

  it("is made up of the logical name and eight digits, and marked", () => {
    const { inputs } = withName(request({}));
    expect(inputs)
      .to.have.nested.property("metadata.name")
      .that.matches(/^map-[0-9a-f]{8}$/);
    expect(inputs.metadata).to.deep.include({ annotations: { "pulumi.com/autonamed": "true" } });
  });

  it("stays when it was made up before, and not when the program had said it", () => {
    const olds = withName(request({})).inputs;
    expect(withName(request({ olds })).inputs).to.deep.equal(olds);
    const { inputs } = withName(request({ olds: { metadata: { name: "mine" } } }));
    expect(inputs).not.to.have.nested.property("metadata.name");
  });

  it("cannot be left to the server", () => {
    const { failures } = withName(request({ news: { metadata: { generateName: "map-" } } }));
    expect(failures).to.have.lengthOf(1);
  });

  it("is in the usual namespace where the kind has one and the program says none", () => {
    expect(withNamespace({ metadata: { name: "x" } }, true, "usual")).to.deep.equal({
      metadata: { name: "x", namespace: "usual" },
    });
    expect(withNamespace({ metadata: { name: "x" } }, false, "usual")).to.deep.equal({
      metadata: { name: "x" },
    });
    expect(withNamespace({ metadata: { namespace: "mine" } }, true, "usual")).to.deep.equal({
      metadata: { namespace: "mine" },
    });
  });
});
