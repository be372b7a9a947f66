// Proves what the plan tells people of backups and replicas. Does not prove that it is so: the plan's own tests do.
import { expect } from "chai";
import { copies } from "../../cli/copiesRows.ts";
import { settingsOf } from "../support/settings.ts";

function told(create: Record<string, unknown>): Record<string, string> {
  const { create: made } = settingsOf({ fileSystem: { create } }).fileSystem;
  if (made === undefined) throw new Error("nothing to create");
  return Object.fromEntries(
    copies(made).map(({ label, value, reason = "" }) => [label, `${value}: ${reason}`]),
  );
}

describe("the plan, of copies of homes,", () => {
  it("tells of automatic backups how often and how long", () => {
    expect(told({}).backup).to.match(/^automatic, daily: .*35 days/);
  });

  it("tells of a plan its time and zone, its days and its vault", () => {
    const { backup, "backup vault": vault } = told({ backup: { retentionDays: 1 } });
    expect(backup).to.match(/^cron\(0 5 \? \* \* \*\) UTC: .*kept for 1 day$/);
    expect(vault).to.match(/^made: .*AWS's key/);
    const kmsKeyArn = "arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555";
    expect(told({ backup: {}, kmsKeyArn })["backup vault"]).to.match(/^made: .*homes' own key/);
    expect(told({ backup: { vault: "mine" } })["backup vault"]).to.match(/^mine: .*never touched/);
  });

  it("tells what is lost without backups", () => {
    expect(told({ backup: false }).backup).to.match(/^none: .*gone/);
  });

  it("tells of a replica where it is, and nothing where there is none", () => {
    expect(told({ replication: { region: "eu-west-1" } }).replica).to.match(/^eu-west-1: .*15 minutes/);
    expect(told({})).not.to.have.property("replica");
  });
});
