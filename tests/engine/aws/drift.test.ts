// Proves that what somebody changed by hand is seen by a refresh and repaired by the next update. Provider-neutral.
import {
  DeleteMountTargetCommand,
  EFSClient,
  PutBackupPolicyCommand,
  TagResourceCommand,
  UpdateFileSystemCommand,
} from "@aws-sdk/client-efs";
import { BackupPolicy, FileSystem, MountTarget } from "@pulumi/aws/efs/index.js";
import { expect } from "chai";
import { network } from "./network.ts";
import { type Program, Trial } from "./trial.ts";

const efs = new EFSClient();

describe("drift", () => {
  it("is seen and repaired: a mode, a tag, a switched-off backup, a deleted mount target", async () => {
    const { first } = await network();
    const program: Program = () => {
      const fileSystem = new FileSystem("fs", { throughputMode: "elastic", tags: { owner: "hub" } });
      const fileSystemId = fileSystem.id;
      const target = new MountTarget("mt", { fileSystemId, subnetId: first });
      new BackupPolicy("backup", { fileSystemId, backupPolicy: { status: "ENABLED" } });
      return { id: fileSystem.id, target: target.id };
    };
    await Trial.run("drift", async (trial) => {
      const { outputs } = await trial.up(program);
      const { id: FileSystemId = "", target: MountTargetId = "" } = outputs;
      await efs.send(new UpdateFileSystemCommand({ FileSystemId, ThroughputMode: "bursting" }));
      await efs.send(
        new TagResourceCommand({ ResourceId: FileSystemId, Tags: [{ Key: "owner", Value: "me" }] }),
      );
      await efs.send(new PutBackupPolicyCommand({ FileSystemId, BackupPolicy: { Status: "DISABLED" } }));
      await efs.send(new DeleteMountTargetCommand({ MountTargetId }));
      await trial.refresh();
      const repaired = await trial.up(program);
      expect(repaired.changes).to.have.members([
        "update FileSystem fs",
        "update BackupPolicy backup",
        "create MountTarget mt",
      ]);
      await trial.stack.refresh({ expectNoChanges: true });
      expect((await trial.up(program)).changes).to.deep.equal([]);
    });
  }).timeout(120_000);
});
