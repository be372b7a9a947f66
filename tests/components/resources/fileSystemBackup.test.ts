// Proves the exact resources of each form of `backup` and their inputs, under mocks. Does not prove order, protection
// or what stays: tests/engine/backup.test.ts does.
import { expect } from "chai";
import {
  SharedFileSystem,
  type SharedFileSystemArgs,
} from "../../../components/resources/sharedFileSystem.ts";
import { type Answers, inputsOf, register, resources } from "../../support/mocks.ts";

const place = {
  vpcId: "vpc-1",
  subnets: { "us-east-1a": "subnet-a" },
  clientSecurityGroups: { nodes: "sg-nodes" },
};
type Backup = NonNullable<NonNullable<SharedFileSystemArgs["fileSystem"]>["create"]>["backup"];

async function made(name: string, backup: Backup, options: { unknowns?: boolean; answers?: Answers } = {}) {
  const { all } = await register(
    () => new SharedFileSystem(name, { ...place, fileSystem: { create: { backup: backup ?? true } } }),
    options,
  );
  return all;
}

/** Of the resources, those of backups. */
const ofBackup = (all: Awaited<ReturnType<typeof made>>): string[] =>
  resources(all).filter((one) => /^(Plan|Selection|Vault|BackupPolicy|Role)/.test(one));

const own = (name: string) => [
  `BackupPolicy ${name}-backup`,
  `Plan ${name}-backup`,
  `Role ${name}-backup`,
  `RolePolicyAttachment ${name}-backup`,
  `RolePolicyAttachment ${name}-restore`,
  `Selection ${name}-backup`,
];

describe("the backups of a SharedFileSystem", () => {
  it("are EFS's automatic ones, of that file system", async () => {
    const all = await made("auto", true);
    expect(ofBackup(all)).to.deep.equal(["BackupPolicy auto-backup"]);
    expect(inputsOf(all, "BackupPolicy", "auto-backup")).to.deep.equal({
      fileSystemId: "auto-id",
      backupPolicy: { status: "ENABLED" },
    });
  });

  it("are switched off in so many words: EFS switches them on for One Zone file systems by itself", async () => {
    const all = await made("off", false);
    expect(ofBackup(all)).to.deep.equal(["BackupPolicy off-backup"]);
    expect(inputsOf(all, "BackupPolicy", "off-backup").backupPolicy).to.deep.equal({ status: "DISABLED" });
  });

  it("are a plan for that file system, with its role and its vault, and no automatic ones beside it", async () => {
    const all = await made("own", { retentionDays: 7 });
    expect(ofBackup(all)).to.have.members([...own("own"), "Vault own-backup"]);
    expect(inputsOf(all, "BackupPolicy", "own-backup").backupPolicy).to.deep.equal({ status: "DISABLED" });
    expect(inputsOf(all, "Selection", "own-backup")).to.deep.equal({
      planId: "own-backup-id",
      iamRoleArn: "arn:aws:iam::123456789012:role/own-backup",
      resources: ["arn:aws:elasticfilesystem:us-east-1:123456789012:file-system/own"],
    });
    expect(inputsOf(all, "Plan", "own-backup")).to.have.nested.property(
      "rules[0].targetVaultName",
      "own-backup-vault",
    );
  });

  it("go into a vault that is there, which is asked for, and none is made", async () => {
    const asked: unknown[] = [];
    const answers = {
      getVault: (inputs: Record<string, unknown>) => {
        asked.push(inputs.name);
        return { name: inputs.name };
      },
    };
    const all = await made("into", { vault: "mine" }, { answers });
    expect(asked).to.deep.equal(["mine"]);
    expect(ofBackup(all)).to.deep.equal(own("into"));
    expect(inputsOf(all, "Plan", "into-backup")).to.have.nested.property("rules[0].targetVaultName", "mine");
  });

  it("all show in a preview in which nothing is known yet", async () => {
    const all = await made("preview", {}, { unknowns: true });
    expect(ofBackup(all)).to.have.members([...own("preview"), "Vault preview-backup"]);
  });
});
