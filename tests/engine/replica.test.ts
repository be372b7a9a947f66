// Proves, on a real engine, the life of a replica in another region: made, left alone, refreshed, replaced, released by
// hand, held, kept and deleted. Does not prove that a file is copied: nothing is behind this AWS.
import {
  DeleteFileSystemCommand,
  DeleteReplicationConfigurationCommand,
  DescribeReplicationConfigurationsCommand,
} from "@aws-sdk/client-efs";
import { expect } from "chai";
import { Trial } from "./aws/trial.ts";
import { efs, resourcesInCloud } from "./support/cloud.ts";
import { elsewhere, homes, removeTheReplica, replicas } from "./support/copies.ts";

const replicated = { replication: { region: elsewhere } };
const protectionOf = async () =>
  (await replicas()).map(({ FileSystemProtection }) => FileSystemProtection?.ReplicationOverwriteProtection);
const statusOf = async (FileSystemId: string) =>
  (
    await efs.send(new DescribeReplicationConfigurationsCommand({ FileSystemId }))
  ).Replications?.[0]?.Destinations?.map(({ Status, FileSystemId: id }) => `${Status ?? ""} ${id ?? ""}`);

describe("a replica of a file system", function () {
  this.timeout(180_000);
  let empty: string[];
  before(async () => {
    empty = await resourcesInCloud();
    expect(await replicas()).to.deep.equal([]);
  });
  const isEmpty = async () => {
    expect(await replicas()).to.deep.equal([]);
    expect(await resourcesInCloud()).to.deep.equal(empty);
  };

  it("is made in its region, stays as it is over updates and refreshes, and goes before its source", async () => {
    await Trial.run("replica", async (trial) => {
      const { changes, outputs } = await trial.up(homes(replicated));
      const made = ["create FileSystem homes-replica", "create ReplicationConfiguration homes-replication"];
      expect(changes.filter((change) => change.includes("-repli"))).to.deep.equal(made);
      const [replica] = await replicas();
      expect(replica).to.deep.include({
        Encrypted: true,
        ThroughputMode: "elastic",
        CreationToken: `replica-of-${outputs.id ?? ""}`,
        FileSystemProtection: { ReplicationOverwriteProtection: "REPLICATING" },
      });
      expect(await statusOf(outputs.id ?? "")).to.deep.equal([`ENABLED ${replica?.FileSystemId ?? ""}`]);

      // EFS wrote its own word over the protection: neither this nor a refresh that reads it may matter.
      expect((await trial.up(homes(replicated))).changes).to.deep.equal([]);
      await trial.refresh();
      expect((await trial.up(homes(replicated))).changes).to.deep.equal([]);
      expect(await trial.refresh()).to.deep.equal([]);

      const gone = (await trial.up(() => ({}))).changes;
      const places = [
        "ReplicationConfiguration homes-replication",
        "FileSystem homes-replica",
        "FileSystem homes",
      ];
      const [ended, ...deleted] = places.map((name) => gone.indexOf(`delete ${name}`));
      expect(ended).to.be.greaterThan(-1);
      for (const place of deleted) expect(place).to.be.greaterThan(ended ?? gone.length);
    });
    await isEmpty();
  });

  it("is refreshed right after it was made, and still takes updates", async () => {
    await Trial.run("replica-refreshed", async (trial) => {
      await trial.up(homes(replicated));
      await trial.refresh();
      const { changes } = await trial.up(homes({ ...replicated, lifecycle: {} }));
      expect(changes).to.have.members(["update FileSystem homes", "update FileSystem homes-replica"]);
      expect(await protectionOf()).to.deep.equal(["REPLICATING"]);
    });
    await isEmpty();
  });

  it("is made anew under another key, and the old one is deleted only then", async () => {
    const kmsKeyArn = `arn:aws:kms:${elsewhere}:123456789012:key/11111111-2222-3333-4444-555555555555`;
    await Trial.run("replica-key", async (trial) => {
      const { outputs } = await trial.up(homes(replicated));
      const [old] = await replicas();
      await trial.up(homes({ replication: { region: elsewhere, kmsKeyArn } }));
      const [replica, ...more] = await replicas();
      expect(more).to.deep.equal([]);
      expect(replica).to.include({ KmsKeyId: kmsKeyArn });
      expect(replica?.FileSystemId).not.to.equal(old?.FileSystemId);
      expect(await statusOf(outputs.id ?? "")).to.deep.equal([`ENABLED ${replica?.FileSystemId ?? ""}`]);
    });
    await isEmpty();
  });

  it("is not overwritten once somebody ended its replication to write to it", async () => {
    await Trial.run("replica-released", async (trial) => {
      const { outputs } = await trial.up(homes(replicated));
      const SourceFileSystemId = outputs.id;
      await efs.send(new DeleteReplicationConfigurationCommand({ SourceFileSystemId }));
      expect(await protectionOf()).to.deep.equal(["ENABLED"]);
      await trial.refresh();
      expect(await trial.failure(homes(replicated))).to.match(/EFS Replication Configuration/);
      expect(await protectionOf()).to.deep.equal(["ENABLED"]);
    });
    await isEmpty();
  });

  it("is held where homes are: neither it nor its replication goes", async () => {
    await Trial.run("replica-held", async (trial) => {
      const { outputs } = await trial.up(homes(replicated, "protect"));
      expect(await trial.failure(homes({}, "protect"))).to.match(/homes-replica/);
      expect(await protectionOf()).to.deep.equal(["REPLICATING"]);
      expect(await statusOf(outputs.id ?? "")).to.have.lengthOf(1);
      await trial.up(homes(replicated, "delete"));
      await trial.up(homes({}));
    });
    await isEmpty();
  });

  it("stays a replica where homes stay", async () => {
    let SourceFileSystemId = "";
    await Trial.run("replica-retained", async (trial) => {
      SourceFileSystemId = (await trial.up(homes(replicated, "retain"))).outputs.id ?? "";
    });
    expect(await protectionOf()).to.deep.equal(["REPLICATING"]);
    await removeTheReplica(SourceFileSystemId);
    await efs.send(new DeleteFileSystemCommand({ FileSystemId: SourceFileSystemId }));
    await isEmpty();
  });
});
