// Proves which inputs a refresh and an import read out of a state, and what a preview shows.
import { expect } from "chai";
import { awsPreview, projected } from "../../../../local/providers/aws/projection.ts";
import type { Properties } from "../../../../local/providers/engine/values.ts";
import { unknown } from "../../../../local/providers/engine/values.ts";
import { declarations, typeAt } from "./support.ts";

const module = "efs/fileSystem";
const provider = { region: "us-east-1", defaultTags: { team: "hub" } };
const state = {
  throughputMode: "elastic",
  encrypted: true,
  performanceMode: "generalPurpose",
  region: "us-east-1",
};

async function project(now: Properties, inputs: Properties, outputs: Properties = state, of = module) {
  return projected(await typeAt(of), await declarations.of(of), now, { inputs, outputs });
}

describe("the inputs of a present state", () => {
  it("are at a refresh the old ones when nothing drifted", async () => {
    const inputs = { throughputMode: "elastic", __defaults: [] };
    expect(await project(state, inputs)).to.deep.equal(inputs);
  });

  it("are at a refresh the present values of the old ones", async () => {
    const now = { ...state, throughputMode: "bursting" };
    expect(await project(now, { throughputMode: "elastic" })).to.deep.equal({ throughputMode: "bursting" });
  });

  it("take up at a refresh what the cloud has though nobody asked for it", async () => {
    const now = { ...state, tags: { stray: "1" } };
    expect(await project(now, { encrypted: true })).to.deep.equal({ encrypted: true, tags: { stray: "1" } });
  });

  it("leave at a refresh what the cloud decides to the cloud", async () => {
    expect(await project({ ...state, kmsKeyId: "arn:other" }, { encrypted: true })).to.deep.equal({
      encrypted: true,
    });
  });

  it("leave at a refresh the parts of an argument to the cloud that it decided", async () => {
    const [source, region] = [{ sourceFileSystemId: "fs-1" }, "us-west-2"];
    const destination = { region, fileSystemId: "fs-2", status: "ENABLED" };
    const asked = (inputs: Properties) =>
      project({ ...source, destination }, inputs, {}, "efs/replicationConfiguration");
    const own = { ...source, destination: { region } };
    expect(await asked(own)).to.deep.equal(own);
    expect(await asked({ ...source, destination: { region: "eu-west-1" } })).to.deep.equal(own);
    expect(await asked({ ...source, destination: { region, fileSystemId: "fs-3" } })).to.deep.equal({
      ...source,
      destination: { region, fileSystemId: "fs-2" },
    });
  });

  it("keep at a refresh the program's order of what has none", async () => {
    const [ia, back] = [
      { transitionToIa: "AFTER_30_DAYS" },
      { transitionToPrimaryStorageClass: "AFTER_1_ACCESS" },
    ];
    const now = { ...state, lifecyclePolicies: [back, ia] };
    expect(await project(now, { lifecyclePolicies: [ia, back] })).to.deep.equal({
      lifecyclePolicies: [ia, back],
    });
  });

  it("are at an import everything that has a value", async () => {
    const now = { ...state, kmsKeyId: "", tags: { a: "1" } };
    const { region, ...rest } = state;
    expect(region).to.equal("us-east-1");
    expect(await project(now, {}, {})).to.deep.equal({ ...rest, tags: { a: "1" } });
  });
});

describe("the preview", () => {
  it("of a create shows what is known and leaves the rest unknown", async () => {
    const type = await typeAt(module);
    const shown = awsPreview(
      type,
      await declarations.of(module),
      { encrypted: true, __defaults: [] },
      undefined,
      provider,
    );
    expect(shown).to.include({ encrypted: true, arn: unknown, dnsName: unknown, region: "us-east-1" });
    expect(shown.tagsAll).to.deep.equal({ team: "hub" });
    expect(shown).to.not.have.property("__defaults");
  });

  it("of an update keeps the outputs and drops what the program dropped", async () => {
    const type = await typeAt(module);
    const last = {
      inputs: { tags: { a: "1" }, kmsKeyId: "k" },
      outputs: { arn: "arn:1", tags: { a: "1" }, kmsKeyId: "k" },
    };
    const shown = awsPreview(type, await declarations.of(module), {}, last, provider);
    expect(shown).to.include({ arn: "arn:1", kmsKeyId: "k" });
    expect(shown).to.not.have.property("tags");
  });
});
