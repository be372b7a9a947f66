// Proves, on a real engine, the life of backups: automatic ones, a plan of its own, and every way between; what stays
// when homes stay. Does not prove that AWS makes a backup or that one can be restored: nothing is behind this AWS.
import {
  CreateBackupVaultCommand,
  DeleteBackupVaultCommand,
  StartBackupJobCommand,
} from "@aws-sdk/client-backup";
import { DeleteFileSystemCommand } from "@aws-sdk/client-efs";
import { IAMClient, ListAttachedRolePoliciesCommand } from "@aws-sdk/client-iam";
import { expect } from "chai";
import { Trial } from "./aws/trial.ts";
import { efs, resourcesInCloud } from "./support/cloud.ts";
import {
  automaticBackups,
  backup,
  backupsInCloud,
  homes,
  removeThePlan,
  roleOf,
  thePlan,
} from "./support/copies.ts";

const iam = new IAMClient();
const own = { schedule: "cron(0 3 ? * * *)", retentionDays: 7 };

describe("backups of a file system", function () {
  this.timeout(180_000);
  let empty: { cloud: string[]; backups: Awaited<ReturnType<typeof backupsInCloud>> };
  before(async () => {
    empty = { cloud: await resourcesInCloud(), backups: await backupsInCloud() };
  });
  const isEmpty = async () => {
    expect(await backupsInCloud()).to.deep.equal(empty.backups);
    expect(await resourcesInCloud()).to.deep.equal(empty.cloud);
  };

  it("are EFS's own unless said otherwise, become a plan's and EFS's own again, and never end meanwhile", async () => {
    await Trial.run("backups", async (trial) => {
      const { outputs } = await trial.up(homes({}));
      const id = outputs.id ?? "";
      expect(await automaticBackups(id)).to.equal("ENABLED");
      expect((await trial.up(homes({ backup: true }))).changes).to.deep.equal([]);

      const { changes } = await trial.up(homes({ backup: own }));
      expect(changes).to.have.members([
        "create Role homes-backup",
        "create RolePolicyAttachment homes-backup",
        "create RolePolicyAttachment homes-restore",
        "create Vault homes-backup",
        "create Plan homes-backup",
        "create Selection homes-backup",
        "update BackupPolicy homes-backup",
      ]);
      expect(changes.at(-1)).to.equal("update BackupPolicy homes-backup");
      expect(await automaticBackups(id)).to.equal("DISABLED");
      const { rule, selection } = await thePlan();
      expect(rule).to.deep.include({
        ScheduleExpression: own.schedule,
        Lifecycle: { DeleteAfterDays: 7 },
        StartWindowMinutes: 480,
        CompletionWindowMinutes: 10080,
      });
      expect(selection?.Resources).to.have.lengthOf(1);
      expect(selection?.Resources?.[0]).to.match(new RegExp(`:file-system/${id}$`));
      const { AttachedPolicies } = await iam.send(
        new ListAttachedRolePoliciesCommand({ RoleName: roleOf(selection) }),
      );
      expect(AttachedPolicies?.map(({ PolicyName }) => PolicyName)).to.have.members([
        "AWSBackupServiceRolePolicyForBackup",
        "AWSBackupServiceRolePolicyForRestores",
      ]);
      expect((await trial.up(homes({ backup: own }))).changes).to.deep.equal([]);
      expect(await trial.refresh()).to.deep.equal([]);

      const later = homes({ backup: { ...own, retentionDays: 365 } });
      expect((await trial.up(later)).changes).to.deep.equal(["update Plan homes-backup"]);
      expect((await thePlan()).rule?.Lifecycle).to.deep.equal({ DeleteAfterDays: 365 });

      const back = (await trial.up(homes({}))).changes;
      expect(back[0]).to.equal("update BackupPolicy homes-backup");
      expect(back).to.include("delete Vault homes-backup");
      expect(await automaticBackups(id)).to.equal("ENABLED");
      expect(await backupsInCloud()).to.deep.equal(empty.backups);

      expect((await trial.up(homes({ backup: false }))).changes).to.deep.equal([
        "update BackupPolicy homes-backup",
      ]);
      expect(await automaticBackups(id)).to.equal("DISABLED");
    });
    await isEmpty();
  });

  it("go into a vault that is there, which stays; one that is not is an error before anything is made", async () => {
    const BackupVaultName = "mine";
    await Trial.run("backups-into", async (trial) => {
      const into = homes({ backup: { vault: BackupVaultName } });
      const fault = await trial.failure(into, "preview");
      expect(fault)
        .to.include('"fileSystem.create.backup.vault" must be a backup vault')
        .and.include('"mine"');
      expect(fault).not.to.match(/\n\s+at /);
      await isEmpty();
      await backup.send(new CreateBackupVaultCommand({ BackupVaultName }));
      expect((await trial.up(into)).changes).not.to.include("create Vault homes-backup");
      expect((await thePlan()).rule?.TargetBackupVaultName).to.equal(BackupVaultName);
      expect((await trial.up(into)).changes).to.deep.equal([]);
    });
    expect((await backupsInCloud()).vaults).to.include(BackupVaultName);
    await backup.send(new DeleteBackupVaultCommand({ BackupVaultName }));
    await isEmpty();
  });

  it("are deleted with their vault where homes may be, and held where homes are", async () => {
    await Trial.run("backups-held", async (trial) => {
      const { outputs } = await trial.up(homes({ backup: {} }, "protect"));
      const { rule, selection } = await thePlan();
      await backup.send(
        new StartBackupJobCommand({
          BackupVaultName: rule?.TargetBackupVaultName,
          ResourceArn: selection?.Resources?.[0],
          IamRoleArn: selection?.IamRoleArn,
        }),
      );
      const refused = await trial.failure(homes({}, "protect"));
      expect(refused).to.match(/homes-backup.*cannot be deleted|protect/s);
      expect((await backupsInCloud()).vaults).to.include(rule?.TargetBackupVaultName);
      expect((await backupsInCloud()).selections).to.have.lengthOf(1);
      expect(outputs.id).to.match(/^fs-/);
      await trial.up(homes({ backup: {} }, "delete"));
    });
    await isEmpty();
  });

  it("stay with all that makes them where homes stay", async () => {
    let id = "";
    await Trial.run("backups-retained", async (trial) => {
      id = (await trial.up(homes({ backup: own }, "retain"))).outputs.id ?? "";
    });
    const { plans, selections, vaults } = await backupsInCloud();
    expect([plans, selections, vaults].map(({ length }) => length)).to.deep.equal(
      [empty.backups.plans, empty.backups.selections, empty.backups.vaults].map(({ length }) => length + 1),
    );
    const { selection } = await thePlan();
    expect(selection?.Resources?.[0]).to.include(id);
    const left = (await resourcesInCloud()).filter((one) => !empty.cloud.includes(one));
    expect(left.map((one) => one.split(" ").slice(0, -1).join(" "))).to.have.members(["file system", "role"]);

    await removeThePlan();
    await efs.send(new DeleteFileSystemCommand({ FileSystemId: id }));
    await isEmpty();
  });
});
