// Proves that what Pulumi gives a policy becomes plain data, unknown values among it: with the SDK's own proxy.
import { createRequire } from "node:module";
import { expect } from "chai";
import { at, plain, UNKNOWN } from "../../policy/value.ts";

// Not in the package's types, but what it reads every property with.
const { unknownCheckingProxy, unknownStringValue } = createRequire(import.meta.url)(
  "@pulumi/policy/proxy",
) as {
  readonly unknownCheckingProxy: <Given>(given: Given) => Given;
  readonly unknownStringValue: string;
};

describe("what a policy is given", () => {
  const given = unknownCheckingProxy({
    encrypted: true,
    id: unknownStringValue,
    spec: { csi: { volumeHandle: unknownStringValue, driver: "efs" }, list: ["a", unknownStringValue] },
    nothing: null,
  });

  it("is read without an end at what is unknown", () => {
    expect(() => given.id).to.throw("can't be known during preview");
    expect(plain(given)).to.deep.equal({
      encrypted: true,
      id: UNKNOWN,
      spec: { csi: { volumeHandle: UNKNOWN, driver: "efs" }, list: ["a", UNKNOWN] },
      nothing: null,
    });
  });

  it("is unknown below what is unknown, and absent below what is not there", () => {
    expect(at(plain(given), "id", "further")).to.equal(UNKNOWN);
    expect(at(plain(given), "spec", "nfs", "server")).to.be.undefined;
    expect(at(plain(given), "nothing", "further")).to.be.undefined;
  });
});
