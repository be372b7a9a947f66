// Proves that the fields of a create are handed to the applier, once, without losing anybody's. Does not prove that the API
// server then takes away what the program no longer says: the engine tests do.
import { expect } from "chai";
import { handedOver } from "../../../../../local/providers/kubernetes/objects/fieldManagers.ts";

const entry = (manager: string, operation: string, ...fields: string[]) => ({
  manager,
  operation,
  fieldsV1: { "f:metadata": Object.fromEntries(fields.map((field) => [`f:${field}`, {}])) },
});
const live = (...managedFields: ReturnType<typeof entry>[]) => ({ metadata: { managedFields } });

describe("the managed fields of an object", function () {
  it("go from the creator to the applier", () => {
    const theirs = entry("controller", "Update", "c");
    const handed = handedOver(live(entry("pulumi-kubernetes", "Update", "a"), theirs), "mine");
    expect(handed).to.deep.equal([theirs, entry("mine", "Apply", "a")]);
  });

  it("are joined with what the applier has already", () => {
    const handed = handedOver(
      live(entry("mine", "Apply", "b"), entry("pulumi-kubernetes", "Update", "a")),
      "mine",
    );
    expect(handed).to.have.lengthOf(1);
    expect(handed?.[0]?.fieldsV1).to.deep.equal({ "f:metadata": { "f:a": {}, "f:b": {} } });
  });

  it("stay where the creator has none", () => {
    expect(handedOver(live(entry("mine", "Apply", "a")), "mine")).to.equal(undefined);
  });
});
