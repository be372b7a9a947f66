// Proves the arguments of a replica and what it is known by. Does not prove that EFS replicates.
import { expect } from "chai";
import { planReplication, releasedReplica, replicaToken } from "../../../components/plan/replication.ts";
import { settingsOf } from "../../support/settings.ts";

const kmsKeyArn = "arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555";

function planned(create: Record<string, unknown>, more: Record<string, unknown> = {}) {
  const settings = settingsOf({ fileSystem: { create }, ...more });
  if (settings.fileSystem.create === undefined) throw new Error("nothing to create");
  return planReplication(settings.fileSystem.create, settings);
}

describe("planReplication", () => {
  it("is nothing unless it is asked for", () => {
    expect(planned({})).to.equal(undefined);
  });

  it("is a second file system in the other region, encrypted, that may be overwritten, and EFS's order to do so", () => {
    expect(planned({ replication: { region: "eu-west-1" } })).to.deep.equal({
      replica: {
        region: "eu-west-1",
        creationToken: "(known after up)",
        encrypted: true,
        performanceMode: "generalPurpose",
        throughputMode: "elastic",
        lifecyclePolicies: [
          { transitionToIa: "AFTER_30_DAYS" },
          { transitionToPrimaryStorageClass: "AFTER_1_ACCESS" },
        ],
        protection: { replicationOverwrite: "DISABLED" },
        tags: { Name: "jupyterhub-homes-replica" },
      },
      replicationConfiguration: {
        sourceFileSystemId: "(known after up)",
        destination: { region: "eu-west-1", fileSystemId: "(known after up)" },
      },
    });
  });

  it("is under its own region's key, never under the source's", () => {
    const source = "arn:aws:kms:us-east-1:123456789012:key/22222222-2222-3333-4444-555555555555";
    const create = (replication: Record<string, unknown>) => ({ kmsKeyArn: source, replication });
    expect(planned(create({ region: "eu-west-1", kmsKeyArn }))?.replica).to.include({ kmsKeyId: kmsKeyArn });
    expect(planned(create({ region: "eu-west-1" }))?.replica).not.to.have.property("kmsKeyId");
  });

  it("is Regional, and pays for no throughput that nobody uses, whatever the source is", () => {
    const replication = { region: "eu-west-1" };
    const replica = planned({
      replication,
      oneZone: "us-east-1a",
      throughputMode: "provisioned",
      provisionedThroughputMibps: 64,
    })?.replica;
    expect(replica).to.include({ throughputMode: "elastic" });
    expect(replica).not.to.have.any.keys("availabilityZoneName", "provisionedThroughputInMibps");
  });

  it("keeps maxIO, with the only throughput that is free of charge there", () => {
    const create = {
      replication: { region: "eu-west-1" },
      performanceMode: "maxIO",
      throughputMode: "bursting",
    };
    expect(planned(create)?.replica).to.include({ performanceMode: "maxIO", throughputMode: "bursting" });
  });

  it("has the user's tags, and files move to cheaper storage as on the source", () => {
    const lifecycle = { toInfrequentAccessAfterDays: 7 };
    const plan = planned({ replication: { region: "eu-west-1" }, lifecycle }, { tags: { team: "physics" } });
    expect(plan?.replica.tags).to.include({ team: "physics" });
    expect(plan?.replica.lifecyclePolicies).to.deep.equal([{ transitionToIa: "AFTER_7_DAYS" }]);
  });
});

describe("a replica's token", () => {
  const longest = `fs-${"0".repeat(40)}`;

  it("is the source's, and the key's", () => {
    const tokens = [
      replicaToken("fs-1"),
      replicaToken("fs-2"),
      replicaToken("fs-1", kmsKeyArn),
      replicaToken("fs-1", kmsKeyArn.replace("11111111", "99999999")),
    ];
    expect(tokens[0]).to.equal("replica-of-fs-1");
    expect(new Set(tokens).size).to.equal(tokens.length);
  });

  it("is as short as EFS wants it, with any id and any key", () => {
    const multiRegion = `arn:aws:kms:eu-west-1:123456789012:key/mrk-${"a".repeat(32)}`;
    for (const key of ["", kmsKeyArn, multiRegion])
      expect(replicaToken(longest, key)).to.have.length.of.at.most(64);
    expect(replicaToken(longest, multiRegion)).to.match(/-aaaaaaaa$/);
  });
});

describe("what is said of a replica that takes writes", () => {
  it("names it, and both ways out with the command", () => {
    expect(releasedReplica("fs-9", "eu-west-1"))
      .to.include("fs-9 in eu-west-1 takes writes")
      .and.include("dataProtection: retain")
      .and.include("aws efs update-file-system-protection --region eu-west-1 --file-system-id fs-9");
  });
});
