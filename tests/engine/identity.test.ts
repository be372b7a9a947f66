// Proves, with a real engine, that today's program leaves the stacks of the recorded release as they are: for an unchanged
// stack file it creates, replaces and deletes nothing, updates only what is allowed, and holds and retains the same; and
// that a program which does not is caught, with the URNs. Does not prove that the official providers see it so: the records
// are made, and previewed, by those of the environment. A preview asks the cloud for nothing that a record tells of.
// `RECORD=write npm run test:engine -- tests/engine/identity.test.ts` records anew: look at the difference before it is kept.
import { expect } from "chai";
import { Allowed } from "./identity/allowed.ts";
import {
  makePublicProxies,
  type Names,
  namesHere,
  removeExistingFileSystem,
  removePublicProxies,
} from "./identity/environment.ts";
import { programs } from "./identity/programs.ts";
import { readRecord, recordNames } from "./identity/record.ts";
import { type Edit, replay } from "./identity/replay.ts";
import { stacks } from "./identity/stacks.ts";
import { write } from "./identity/write.ts";

/** What somebody has to think of who sees a difference: the engine does not say it. */
const advice = `This is what today's program would do to a stack of the recorded release, whose stack file did not change.
A create beside a delete of the same type is something renamed or moved: give it its old name as an alias,
https://www.pulumi.com/docs/iac/concepts/resources/options/aliases/
An update that users are to see goes into recorded/allowed.json, with the reason: its line, without "urn:pulumi:<stack>::<project>::"`;

const holdsHomes = /:(?:FileSystem|Vault|Namespace)::/;

/** A stack of the recorded release, under a name of its own, and the program that it is previewed with. */
interface Case {
  readonly name: string;
  readonly record: string;
  readonly edits?: readonly Edit[];
}

describe("today's program, on a stack of the recorded release", function () {
  let names: Names;
  let allowed: Allowed;

  before(async function () {
    names = await namesHere();
    if (process.env.RECORD === "write") {
      this.timeout(0);
      for (const [name, settings] of Object.entries(stacks)) await write(name, settings, names);
    }
    await makePublicProxies();
    allowed = await Allowed.read(names);
  });
  after(async () => {
    await Promise.allSettled(running);
    await removePublicProxies();
    await removeExistingFileSystem();
  });

  const cases: Case[] = [];
  const running: Promise<string[]>[] = [];
  /** What a case's preview says. The next one starts meanwhile: one alone leaves half of a machine idle. */
  const said = async (index: number): Promise<string[]> => {
    for (const [next, { name, record, edits = [] }] of cases.slice(0, index + 2).entries()) {
      if (next < index) continue;
      running[next] ??= readRecord(record).then((recorded) => replay(name, recorded, names, edits));
      running[next].catch(() => undefined);
    }
    return (await running[index]) ?? [];
  };

  it("has a record of each of its forms", async () => {
    expect(await recordNames()).to.deep.equal(Object.keys(stacks).sort());
  });

  it("has records in which everything that holds homes is held, or retained", async () => {
    for (const stack of Object.keys(stacks)) {
      const { settings, resources } = await readRecord(stack);
      const option = settings.dataProtection === "retain" ? "retainOnDelete" : "protect";
      const holders = Object.entries(resources).filter(([urn]) => holdsHomes.test(urn));
      expect(holders, stack).not.to.be.empty;
      for (const [urn, resource] of holders) expect(resource[option], `${option} of ${urn}`).to.equal(true);
    }
  });

  for (const record of Object.keys(stacks)) {
    const index = cases.push({ name: record, record }) - 1;
    it(`leaves everything as it is: ${record}`, async () => {
      const lines = allowed.leaves(await said(index));
      // A comparison would cut off a long list.
      if (lines.length > 0) expect.fail([...lines, advice].join("\n"));
    });
  }

  it("is allowed nothing that it does not do", async () => {
    for (const index of Object.keys(stacks).keys()) allowed.leaves(await said(index));
    expect(allowed.unused()).to.deep.equal([]);
  });

  for (const { title, edits, said: expected } of programs) {
    const index = cases.push({ name: `edited-${cases.length}`, record: "non-root-static", edits }) - 1;
    it(title, async () => {
      const lines = allowed.leaves(await said(index)).map((line) => allowed.short(line));
      if (expected.length === 0) expect(lines).to.deep.equal([]);
      else expect(lines).to.include.members([...expected]);
    });
  }
});
