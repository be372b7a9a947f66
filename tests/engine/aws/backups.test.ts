// Proves the life of a backup vault, plan and selection with their role on the real engine, and what AWS Backup refuses.
// Provider-neutral. Does not prove that anything is ever backed up, nor that the role may do it.
import {
  BackupClient,
  GetBackupPlanCommand,
  ListBackupSelectionsCommand,
  StartBackupJobCommand,
} from "@aws-sdk/client-backup";
import { getVault, Plan, Selection, Vault } from "@pulumi/aws/backup/index.js";
import { FileSystem } from "@pulumi/aws/efs/index.js";
import { Role, RolePolicyAttachment } from "@pulumi/aws/iam/index.js";
import { output } from "@pulumi/pulumi";
import { expect } from "chai";
import { resourcesInCloud } from "../support/cloud.ts";
import { type Program, Trial } from "./trial.ts";

const client = new BackupClient();
const policies = ["Backup", "Restores"].map(
  (what) => `arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyFor${what}`,
);
const trust = (Service: string): string =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: { Service }, Action: "sts:AssumeRole" }],
  });

/** Days that a backup is kept, and what the vault and the rule say beyond that. */
interface Wanted {
  readonly deleteAfter?: number;
  readonly rule?: object;
  readonly forceDestroy?: boolean;
  readonly tags?: Record<string, string>;
}

const everything =
  ({ deleteAfter = 35, rule, forceDestroy = false, tags = { of: "homes" } }: Wanted): Program =>
  () => {
    const fileSystem = new FileSystem("homes", { encrypted: true });
    const vault = new Vault("homes", { forceDestroy, tags });
    const schedule = "cron(0 3 ? * * *)";
    const daily = { ruleName: "daily", targetVaultName: vault.name, schedule, lifecycle: { deleteAfter } };
    const plan = new Plan("homes", { rules: [{ ...daily, ...rule }], tags });
    const role = new Role("backup", { assumeRolePolicy: trust("backup.amazonaws.com") });
    for (const [i, policyArn] of policies.entries()) {
      new RolePolicyAttachment(`backup-${i}`, { role: role.name, policyArn });
    }
    const { arn: iamRoleArn } = role;
    const planId = plan.id;
    new Selection("homes", { iamRoleArn, planId, resources: [fileSystem.arn] });
    return { plan: planId, vault: vault.name, arn: fileSystem.arn, role: iamRoleArn, version: plan.version };
  };

describe("a backup", () => {
  it("is made with its plan, stays unchanged, is changed in place and goes away", async () => {
    const before = await resourcesInCloud();
    await Trial.run("backup", async (trial) => {
      const planned = await trial.preview(everything({}));
      const { changes, outputs } = await trial.up(everything({}));
      expect(changes).to.have.members(planned).and.to.have.length(7);
      const BackupPlanId = outputs.plan;
      const { BackupPlan } = await client.send(new GetBackupPlanCommand({ BackupPlanId }));
      expect(BackupPlan?.Rules?.[0]).to.deep.include({
        TargetBackupVaultName: outputs.vault,
        StartWindowMinutes: 60,
        CompletionWindowMinutes: 180,
        ScheduleExpressionTimezone: "Etc/UTC",
        Lifecycle: { DeleteAfterDays: 35 },
      });
      const selections = await client.send(new ListBackupSelectionsCommand({ BackupPlanId }));
      expect(selections.BackupSelectionsList?.map(({ IamRoleArn }) => IamRoleArn)).to.deep.equal([
        outputs.role,
      ]);
      expect((await trial.up(everything({}))).changes).to.deep.equal([]);
      await trial.stack.refresh({ expectNoChanges: true });
      expect((await trial.up(everything({}))).changes).to.deep.equal([]);
      const changed = await trial.up(everything({ deleteAfter: 60, tags: { of: "others" } }));
      expect(changed.changes).to.have.members(["update Vault homes", "update Plan homes"]);
      expect(changed.outputs.plan).to.equal(outputs.plan);
      expect(changed.outputs.version).to.not.equal(outputs.version);
      await trial.stack.refresh({ expectNoChanges: true });
    });
    expect(await resourcesInCloud()).to.deep.equal(before);
  }).timeout(180_000);

  const refused: Readonly<Record<string, readonly [object, string]>> = {
    "a rate for a schedule": [{ schedule: "rate(1 day)" }, "Error in rule daily"],
    "ten days in cold storage": [
      { lifecycle: { coldStorageAfter: 20, deleteAfter: 30 } },
      "DeleteAfterDays cannot be less than 90 days apart from MoveToColdStorageAfterDays",
    ],
    "a start within half an hour": [{ startWindow: 30 }, "Error in rule daily"],
  };
  for (const [what, [rule, expected]] of Object.entries(refused)) {
    it(`is refused by AWS for ${what}`, async () => {
      await Trial.run("backup-refused", async (trial) => {
        const said = await trial.failure(everything({ rule }));
        expect(said).to.include("creating Backup Plan").and.to.include(expected);
      });
    }).timeout(60_000);
  }

  /** A vault alone; `recoveryPoints` are those of the last look at it. */
  const vaultOf =
    (forceDestroy: boolean, kept = true): Program =>
    () => {
      const fileSystem = new FileSystem("homes");
      const vault = kept ? new Vault("homes", { forceDestroy }) : undefined;
      return { arn: fileSystem.arn, ...(vault && { vault: vault.name, points: vault.recoveryPoints }) };
    };

  it("keeps its vault while there are recovery points in it, unless the program says otherwise", async () => {
    await Trial.run("backup-vault", async (trial) => {
      const { outputs } = await trial.up(vaultOf(false));
      const { vault: BackupVaultName, arn: ResourceArn } = outputs;
      const IamRoleArn = "arn:aws:iam::123456789012:role/backup";
      await client.send(new StartBackupJobCommand({ BackupVaultName, ResourceArn, IamRoleArn }));
      const said = await trial.failure(vaultOf(false, false));
      expect(said).to.include("Backup vault cannot be deleted because it contains recovery points");
      await trial.refresh();
      const forced = await trial.up(vaultOf(true));
      expect(forced.changes).to.deep.equal(["update Vault homes"]);
      expect(forced.outputs).to.include({ vault: BackupVaultName, points: "1" });
      expect((await trial.up(vaultOf(true, false))).changes).to.deep.equal(["delete Vault homes"]);
    });
  }).timeout(180_000);

  it("says in the provider's words that a vault is not there", async () => {
    await Trial.run("backup-absent", async (trial) => {
      const said = await trial.failure(async () => ({ vault: output(await getVault({ name: "nowhere" })) }));
      expect(said).to.include("reading Backup Vault (nowhere): couldn't find resource");
    });
  }).timeout(60_000);
});
