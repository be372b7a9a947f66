// Proves the arguments of the file system. Does not prove that EFS takes them: its rules stand in the settings stage.
import { expect } from "chai";
import { planFileSystem } from "../../../components/plan/fileSystem.ts";
import { settingsOf } from "../../support/settings.ts";

const planned = (create: Record<string, unknown>, more: Record<string, unknown> = {}) => {
  const settings = settingsOf({ fileSystem: { create }, ...more });
  if (settings.fileSystem.create === undefined) throw new Error("nothing to create");
  return planFileSystem(settings.fileSystem.create, settings);
};

describe("planFileSystem", () => {
  it("is encrypted, elastic and general purpose, and moves cold files away and back, unless said otherwise", () => {
    expect(planned({})).to.deep.equal({
      encrypted: true,
      performanceMode: "generalPurpose",
      throughputMode: "elastic",
      lifecyclePolicies: [
        { transitionToIa: "AFTER_30_DAYS" },
        { transitionToPrimaryStorageClass: "AFTER_1_ACCESS" },
      ],
      tags: { Name: "jupyterhub-homes" },
    });
  });

  it("gives EFS each transition as an element of its own, and one day its singular", () => {
    const lifecycle = { toInfrequentAccessAfterDays: 1, toArchiveAfterDays: 90 };
    expect(planned({ lifecycle }).lifecyclePolicies).to.deep.equal([
      { transitionToIa: "AFTER_1_DAY" },
      { transitionToArchive: "AFTER_90_DAYS" },
    ]);
  });

  it("has no transition with an empty lifecycle", () => {
    expect(planned({ lifecycle: {} }).lifecyclePolicies).to.deep.equal([]);
  });

  it("passes provisioned throughput on, and leaves it out elsewhere", () => {
    expect(planned({ throughputMode: "provisioned", provisionedThroughputMibps: 64 })).to.include({
      throughputMode: "provisioned",
      provisionedThroughputInMibps: 64,
    });
    expect(planned({})).not.to.have.any.keys(
      "provisionedThroughputInMibps",
      "kmsKeyId",
      "availabilityZoneName",
    );
  });

  it("takes a key, a single zone and the user's tags, of which Name is one", () => {
    const kmsKeyArn = "arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555";
    const args = planned({ kmsKeyArn, oneZone: "us-east-1a" }, { tags: { team: "physics", Name: "mine" } });
    expect(args).to.include({ kmsKeyId: kmsKeyArn, availabilityZoneName: "us-east-1a" });
    expect(args.tags).to.deep.equal({ team: "physics", Name: "mine" });
  });
});
