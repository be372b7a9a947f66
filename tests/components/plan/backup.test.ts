// Proves the arguments of what makes backups, for each form of the setting. Does not prove that AWS takes them, nor
// that a backup is made.
import { expect } from "chai";
import { planBackup } from "../../../components/plan/backup.ts";
import type { OwnBackup } from "../../../components/plan/copies.ts";
import { makePlan } from "../../../components/plan/makePlan.ts";
import { settingsOf, site } from "../../support/settings.ts";

const kmsKeyArn = "arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555";

function planned(create: Record<string, unknown>, more: Record<string, unknown> = {}, partition = "aws") {
  const settings = settingsOf({ fileSystem: { create }, ...more });
  if (settings.fileSystem.create === undefined) throw new Error("nothing to create");
  return planBackup(settings.fileSystem.create, settings, { partition });
}

function ownOf(...asked: Parameters<typeof planned>): OwnBackup {
  const plan = planned(...asked);
  if (plan === undefined || !("plan" in plan)) throw new Error("no plan of its own");
  return plan;
}

describe("planBackup", () => {
  it("switches EFS's automatic backups on, unless said otherwise", () => {
    expect(planned({})).to.deep.equal({ backupPolicy: { status: "ENABLED" } });
    expect(planned({ backup: true })).to.deep.equal(planned({}));
  });

  it("is nothing where backups are off, and on a file system of somebody else's", () => {
    expect(planned({ backup: false })).to.equal(undefined);
    expect(makePlan(settingsOf({ fileSystem: { create: { backup: false } } }), site)).not.to.have.property(
      "backup",
    );
    const existing = { existing: { id: "fs-0123456789abcdef0" } };
    const said = { homesPath: "/homes", usernames: "safe" };
    expect(makePlan(settingsOf({ fileSystem: existing, ...said }), site)).not.to.have.any.keys(
      "backup",
      "replication",
    );
  });

  it("has a plan in place of the automatic backups, daily and as long, in a vault of its own", () => {
    const { backupPolicy, vault, plan, selection } = ownOf({ backup: {} });
    expect(backupPolicy).to.deep.equal({ status: "DISABLED" });
    expect(vault).to.deep.equal({ forceDestroy: false, tags: { Name: "jupyterhub-homes" } });
    expect(plan.rules).to.deep.equal([
      {
        ruleName: "homes",
        targetVaultName: "(known after up)",
        schedule: "cron(0 5 ? * * *)",
        scheduleExpressionTimezone: "Etc/UTC",
        startWindow: 480,
        completionWindow: 10080,
        lifecycle: { deleteAfter: 35 },
      },
    ]);
    expect(selection.resources).to.deep.equal(["(known after up)"]);
  });

  it("takes the user's vault, time and days", () => {
    const { vault, plan } = ownOf({
      backup: { vault: "mine", schedule: "cron(30 22 ? * SUN *)", retentionDays: 365 },
    });
    expect(vault).to.equal(undefined);
    expect(plan.rules[0]).to.deep.include({
      targetVaultName: "mine",
      schedule: "cron(30 22 ? * SUN *)",
      lifecycle: { deleteAfter: 365 },
    });
  });

  it("encrypts its vault with the homes' own key", () => {
    expect(ownOf({ backup: {}, kmsKeyArn }).vault).to.include({ kmsKeyArn });
  });

  it("empties the vault only where homes may be deleted too", () => {
    for (const dataProtection of ["protect", "retain", "delete"]) {
      expect(ownOf({ backup: {} }, { dataProtection }).vault?.forceDestroy, dataProtection).to.equal(
        dataProtection === "delete",
      );
    }
  });

  it("lets AWS Backup, and nobody else, back up and restore, in every partition", () => {
    const { role, policyArns } = ownOf({ backup: {} }, {}, "aws-cn");
    expect(JSON.parse(role.assumeRolePolicy as string)).to.have.nested.property(
      "Statement[0].Principal.Service",
      "backup.amazonaws.com",
    );
    expect(policyArns).to.deep.equal({
      backup: "arn:aws-cn:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup",
      restore: "arn:aws-cn:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForRestores",
    });
  });

  it("tags what takes tags", () => {
    const { vault, plan, role } = ownOf({ backup: {} }, { tags: { team: "physics" } });
    for (const { tags } of [vault ?? {}, plan, role]) expect(tags).to.include({ team: "physics" });
  });
});
