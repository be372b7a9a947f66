// Proves replication to another region: to a file system that EFS makes and to one of the program's own, and what is refused
// meanwhile. Provider-neutral. Does not prove that anything is copied.
import { DeleteFileSystemCommand, DescribeFileSystemsCommand, EFSClient } from "@aws-sdk/client-efs";
import { FileSystem, ReplicationConfiguration } from "@pulumi/aws/efs/index.js";
import { expect } from "chai";
import { efs, resourcesInCloud } from "../support/cloud.ts";
import { type Program, Trial } from "./trial.ts";

const region = "us-west-2";
const west = new EFSClient({ region });
const described = async (client: EFSClient, FileSystemId = "") =>
  (await client.send(new DescribeFileSystemsCommand({ FileSystemId }))).FileSystems?.[0];
const refusal = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "accepted",
    (error: unknown) => (error instanceof Error ? error.name : ""),
  );

describe("a replication", () => {
  it("to a region makes a file system there, which stays and can be written when the stack goes", async () => {
    const before = await resourcesInCloud();
    let copy = "";
    const program: Program = () => {
      const source = new FileSystem("fs", { encrypted: true, throughputMode: "elastic" });
      const { destination } = new ReplicationConfiguration("copy", {
        sourceFileSystemId: source.id,
        destination: { region },
      });
      return { id: source.id, copy: destination.fileSystemId, status: destination.status };
    };
    await Trial.run("replication", async (trial) => {
      const { outputs } = await trial.up(program);
      copy = outputs.copy ?? "";
      expect(outputs.status).to.equal("ENABLED");
      expect(await described(west, copy)).to.deep.include({
        Encrypted: true,
        ThroughputMode: "elastic",
        FileSystemProtection: { ReplicationOverwriteProtection: "REPLICATING" },
      });
      for (const [client, FileSystemId] of [[efs, outputs.id] as const, [west, copy] as const]) {
        expect(await refusal(client.send(new DeleteFileSystemCommand({ FileSystemId })))).to.equal(
          "FileSystemInUse",
        );
      }
      await trial.stack.refresh({ expectNoChanges: true });
      expect((await trial.up(program)).changes).to.deep.equal([]);
    });
    expect((await described(west, copy))?.FileSystemProtection?.ReplicationOverwriteProtection).to.equal(
      "ENABLED",
    );
    await west.send(new DeleteFileSystemCommand({ FileSystemId: copy }));
    expect(await resourcesInCloud()).to.deep.equal(before);
  }).timeout(120_000);

  /** The destination is a resource of the same provider in another region. */
  const toOwn =
    (replicationOverwrite: string, options: object = {}): Program =>
    () => {
      const source = new FileSystem("fs", { encrypted: true });
      const protection = { replicationOverwrite };
      const copy = new FileSystem("copy", { region, encrypted: true, protection }, options);
      const destination = { region, fileSystemId: copy.id };
      new ReplicationConfiguration("copy", { sourceFileSystemId: source.id, destination });
      return { copy: copy.id, region: copy.region };
    };

  it("to a file system of the program's own takes one whose protection is off, and protects it again", async () => {
    await Trial.run("replication-own", async (trial) => {
      expect(await trial.failure(toOwn("ENABLED"))).to.match(/creating EFS Replication Configuration.*fs-/);
      const { outputs, changes } = await trial.up(toOwn("DISABLED"));
      expect(changes).to.deep.equal(["update FileSystem copy", "create ReplicationConfiguration copy"]);
      expect(outputs.region).to.equal(region);
      expect((await trial.up(toOwn("DISABLED"))).changes).to.deep.equal([]);
    });
  }).timeout(120_000);

  it("leaves its destination unchangeable once a refresh has seen it, whatever the program says", async () => {
    await Trial.run("replication-refreshed", async (trial) => {
      await trial.up(toOwn("DISABLED"));
      expect(await trial.refresh()).to.deep.equal([]);
      expect(await trial.failure(toOwn("DISABLED"))).to.include(
        "ReplicationOverwriteProtection cannot be changed while the file system is a replication destination",
      );
      const ignored = toOwn("DISABLED", { ignoreChanges: ["protection"] });
      expect(await trial.failure(ignored, "preview")).to.match(/protection.*REPLICATING/i);
    });
  }).timeout(120_000);
});
