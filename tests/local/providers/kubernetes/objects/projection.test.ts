// Proves what a refresh takes over from the cluster: drift, and nothing that the server added or wrote in its own way.
// Does not prove which ways the server has.
import { expect } from "chai";
import {
  imported,
  projected,
  withStringData,
} from "../../../../../local/providers/kubernetes/objects/projection.ts";

const inputs = { metadata: { name: "x" }, spec: { cpu: "0.5", empty: "", list: [{ a: 1 }] } };
const then = {
  metadata: { name: "x", uid: "u" },
  spec: { cpu: "500m", list: [{ a: 1, b: 2 }], added: true },
  status: {},
};

describe("a live object in the shape of the inputs", function () {
  it("is the inputs where nobody touched it", () => {
    expect(projected(inputs, then, then)).to.deep.equal(inputs);
    expect(projected(inputs, { ...then, status: { ready: true } }, then)).to.deep.equal(inputs);
  });

  it("has what somebody changed, and lacks what somebody took away", () => {
    const changed = { ...then, spec: { ...then.spec, cpu: "1" } };
    expect(projected(inputs, changed, then).spec).to.include({ cpu: "1" });
    const { list: _, ...rest } = then.spec;
    expect(projected(inputs, { ...then, spec: rest }, then).spec).not.to.have.property("list");
  });

  it("has a changed list in the shape of the old one", () => {
    const changed = { ...then, spec: { ...then.spec, list: [{ a: 3, b: 2 }] } };
    expect(projected(inputs, changed, then).spec).to.deep.include({ list: [{ a: 3 }] });
  });

  it("finds the text of a Secret in its data", () => {
    const live = { data: { a: Buffer.from("text").toString("base64"), b: "x" } };
    expect(withStringData(live, { stringData: { a: "old" } })).to.deep.equal({
      ...live,
      stringData: { a: "text" },
    });
  });

  it("leaves out what only the server says, at an import", () => {
    const live = {
      ...then,
      metadata: {
        ...then.metadata,
        annotations: { "deployment.kubernetes.io/revision": "1" },
        managedFields: [],
      },
    };
    expect(imported(live)).to.deep.equal({ metadata: { name: "x" }, spec: then.spec });
  });
});
