// Proves, on a live stack, that its own backup plan and its replica are not taken back, nor made anew, without a word: the
// update stops before anything is changed, while the plan's own settings change at will; and that with the word under
// `retain` both go on in AWS. Does not prove what is in a backup or on a replica: nothing is behind this AWS.
import { expect } from "chai";
import { resourcesInCloud } from "./support/cloud.ts";
import { automaticBackups, elsewhere, removeThePlan, removeTheReplica, replicas } from "./support/copies.ts";
import { HubStack, type Raw } from "./support/hub.ts";
import { protectedStack } from "./support/protectedStack.ts";
import { copiesInCloud, refused } from "./support/refused.ts";

const replication = { region: elsewhere };
const kmsKeyArn = `arn:aws:kms:${elsewhere}:123456789012:key/11111111-2222-3333-4444-555555555555`;
const copied = (create: Raw, raw: Raw = {}): Raw => protectedStack({ fileSystem: { create }, ...raw });
const retained = { dataProtection: "retain" };
const word = { "fileSystem.create.backup": "plan", "fileSystem.create.replication.region": elsewhere };

describe("copies of homes that a stack makes", function () {
  let empty: { cloud: string[]; copies: Awaited<ReturnType<typeof copiesInCloud>> };
  let stack: HubStack;
  let id: string;
  before(async () => {
    empty = { cloud: await resourcesInCloud(), copies: await copiesInCloud() };
    stack = await HubStack.open("copies", copied({}));
    id = String((await stack.up()).outputs.fileSystemId);
  });
  after(async () => {
    await removeTheReplica(id);
    await removeThePlan();
    await stack.say(copied({}, { dataProtection: "delete" }));
    await stack.up();
    await stack.remove();
    expect(await resourcesInCloud()).to.deep.equal(empty.cloud);
    expect(await copiesInCloud()).to.deep.equal(empty.copies);
  });

  it("come without a word, and how often and how long changes without one", async () => {
    await stack.say(copied({ backup: {}, replication }));
    await stack.up();
    expect(await replicas()).to.have.lengthOf(1);
    await stack.say(copied({ backup: { schedule: "cron(0 3 ? * * *)", retentionDays: 7 }, replication }));
    expect((await stack.up()).changes).to.deep.equal(["update aws:backup/plan:Plan jupyterhub-homes-backup"]);
  });

  for (const [what, create, said] of [
    [
      "both at once",
      {},
      [...Object.keys(word), "`dataProtection: retain` (or `delete`) and run an update first"],
    ],
    ["for a vault of somebody's", { backup: { vault: "mine" }, replication }, ["backup.vault: made"]],
    [
      "for another replica",
      { backup: {}, replication: { region: "eu-central-1" } },
      [`replication.region: ${elsewhere}`, "one replication"],
    ],
    [
      "for a replica with another key",
      { backup: {}, replication: { ...replication, kmsKeyArn } },
      ["replication.kmsKeyArn: nothing", "one replication"],
    ],
  ] as const) {
    it(`are not taken back while they are protected, with what is lost and the steps: ${what}`, async () => {
      const reason = await refused(stack, copied(create));
      for (const words of said) expect(reason).to.include(words);
    });
  }

  it("are not made anew beside what is retained, which would fail half-way", async () => {
    await stack.say(copied({ backup: {}, replication }, retained));
    await stack.up();
    const another = { backup: {}, replication: { ...replication, kmsKeyArn } };
    const movedFrom = { "fileSystem.create.replication.kmsKeyArn": "nothing" };
    expect(await refused(stack, copied(another, { ...retained, movedFrom }))).to.include("one replication");
  });

  it("are taken out of the stack with the word where they are retained, and go on in AWS", async () => {
    expect(await refused(stack, copied({}, retained))).to.include("goes on and is billed");
    const before = await copiesInCloud();
    await stack.say(copied({}, { movedFrom: word }));
    await stack.up();
    expect(await automaticBackups(id)).to.equal("ENABLED");
    expect(await copiesInCloud()).to.deep.equal(before);
    await stack.say(copied({}));
    expect((await stack.up()).changes).to.deep.equal([]);
  });
});
