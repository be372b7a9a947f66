// Proves which replica is asked for, by what EFS says of it at present, under mocks. Does not prove order, deletion or
// that EFS replicates: tests/engine/backup.test.ts shows the first two.
import { expect } from "chai";
import { SharedFileSystem } from "../../../components/resources/sharedFileSystem.ts";
import { type Answers, inputsOf, register, resources } from "../../support/mocks.ts";

const args = {
  vpcId: "vpc-1",
  subnets: { "us-east-1a": "subnet-a" },
  clientSecurityGroups: { nodes: "sg-nodes" },
  fileSystem: { create: { replication: { region: "eu-west-1" } } },
};

const missing = (): never => {
  throw new Error(
    "invocation of aws:efs/getFileSystem:getFileSystem returned an error: no matching EFS File System found",
  );
};
/** EFS, which has a replica in that state. */
const has = (replicationOverwrite: string) => () => ({
  fileSystemId: "fs-9",
  protections: [{ replicationOverwrite }],
});

const made = async (name: string, getFileSystem: Answers[string], unknowns = false) =>
  (await register(() => new SharedFileSystem(name, args), { answers: { getFileSystem }, unknowns })).all;

describe("the replica of a SharedFileSystem", () => {
  it("is made for its source, may be overwritten, and is what EFS replicates to", async () => {
    const asked: unknown[] = [];
    const all = await made("new", (inputs) => {
      asked.push(inputs);
      return missing();
    });
    expect(asked).to.deep.equal([{ creationToken: "replica-of-new-id", region: "eu-west-1" }]);
    expect(inputsOf(all, "FileSystem", "new-replica")).to.deep.include({
      region: "eu-west-1",
      creationToken: "replica-of-new-id",
      protection: { replicationOverwrite: "DISABLED" },
    });
    expect(inputsOf(all, "ReplicationConfiguration", "new-replication")).to.deep.equal({
      sourceFileSystemId: "new-id",
      destination: { region: "eu-west-1", fileSystemId: "new-replica-id" },
    });
    expect(inputsOf(all, "FileSystem", "new")).not.to.have.property("protection");
  });

  it("stays one that may be overwritten as long as it is not", async () => {
    const all = await made("half", has("DISABLED"));
    expect(inputsOf(all, "FileSystem", "half-replica").protection).to.deep.equal({
      replicationOverwrite: "DISABLED",
    });
  });

  it("is left its protection while it replicates, and when it takes writes", async () => {
    for (const state of ["REPLICATING", "ENABLED"]) {
      const all = await made(state.toLowerCase(), has(state));
      expect(inputsOf(all, "FileSystem", `${state.toLowerCase()}-replica`)).not.to.have.property(
        "protection",
      );
    }
  });

  it("shows in a preview in which nothing is known yet, and nothing is asked", async () => {
    const all = await made("preview", missing, true);
    expect(resources(all)).to.include.members([
      "FileSystem preview-replica",
      "ReplicationConfiguration preview-replication",
    ]);
  });
});
