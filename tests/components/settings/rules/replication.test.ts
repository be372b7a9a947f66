/**
 * Proves: what a stack has to say of a replica, and which key of it is refused, before anything is looked up.
 * Does not prove: that the region is another than the stack's; tests/components/plan/regionFaults.test.ts does.
 */
import { expect } from "chai";
import { expectFault, expectNone } from "../../../support/faults.ts";

const replication = (value: unknown) => ({ fileSystem: { create: { replication: value } } });
const at = (key: string) => `fileSystem.create.replication.${key}`;
const keyIn = (region: string) =>
  `arn:aws:kms:${region}:123456789012:key/11111111-2222-3333-4444-555555555555`;

describe("the rules of replication", () => {
  it("want the region, which nobody can guess", () => {
    expect(expectFault(replication({}), at("region"), /must be said/).got).to.equal("nothing");
    expectFault(replication({ kmsKeyArn: keyIn("eu-west-1") }), at("region"), /must be said/);
    expectNone(replication({ region: "eu-west-1" }));
  });

  it("want a region, not a zone", () => {
    expectFault(replication({ region: "eu-west-1a" }), at("region"), /name of a region/);
  });

  it("refuse a key of another region than the replica's", () => {
    const value = { region: "eu-west-1", kmsKeyArn: keyIn("us-east-1") };
    const fault = expectFault(replication(value), at("kmsKeyArn"), /replica's region eu-west-1/);
    expect(fault.got).to.include("kms:us-east-1");
    expectNone(replication({ region: "eu-west-1", kmsKeyArn: keyIn("eu-west-1") }));
  });

  it("refuse a word in place of the mapping", () => {
    expectFault(replication(true), "fileSystem.create.replication", /must be a mapping/);
  });
});
