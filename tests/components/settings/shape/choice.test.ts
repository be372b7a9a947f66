/**
 * Proves: that a setting which is a word or a mapping is judged as the one that was written, with every fault at its
 * own place.
 * Does not prove: which settings are such; here it is `fileSystem.create.backup`.
 */
import { expect } from "chai";
import { expectFault, expectNone, faultsOf } from "../../../support/faults.ts";

const backup = (value: unknown) => ({ fileSystem: { create: { backup: value } } });
const path = (key = "") => `fileSystem.create.backup${key === "" ? "" : `.${key}`}`;

describe("a word or a mapping", () => {
  it("is taken as either", () => {
    for (const value of [true, false, {}, { vault: "mine", schedule: "cron(0 1 ? * * *)", retentionDays: 7 }])
      expectNone(backup(value));
  });

  it("is refused as anything else, with both that it can be", () => {
    for (const [value, got] of [
      ["yes", '"yes"'],
      [1, "1"],
      [null, "null"],
      [[], "an empty list"],
    ] as const) {
      const fault = expectFault(backup(value), path(), /must be `true`, `false` or a mapping/);
      expect(fault.got).to.equal(got);
      expect(fault.fix).to.match(/automatic backups.*\{vault, schedule, retentionDays\}/);
    }
  });

  it("tells an unknown key by its own path, and the known one that it is like", () => {
    const fault = expectFault(backup({ retentionDay: 7 }), path("retentionDay"), /not a known setting/);
    expect(fault.fix).to.equal("Did you mean `fileSystem.create.backup.retentionDays`?");
    expect(expectFault(backup({ zzzzzz: 7 }), path("zzzzzz"), /not a known/).fix).to.match(
      /vault, schedule, retentionDays/,
    );
  });

  it("has no key for cold storage", () => {
    expectFault(backup({ coldStorageAfterDays: 30 }), path("coldStorageAfterDays"), /not a known setting/);
  });

  it("tells every wrong value at its place, at once, with its own advice", () => {
    const faults = faultsOf(backup({ vault: "a vault", schedule: "daily", retentionDays: 0, coldAfter: 1 }));
    expect(Object.fromEntries(faults.map((fault) => [fault.path, fault.rule]))).to.deep.equal({
      [path("vault")]: "must be the name of a backup vault",
      [path("schedule")]: "must be a cron expression as AWS writes it, at most hourly",
      [path("retentionDays")]: "must be a whole number from 1 to 36500",
      [path("coldAfter")]: "is not a known setting",
    });
  });

  it("asks for a value where a key has none", () => {
    expect(expectFault(backup({ schedule: null }), path("schedule"), /cron/).fix).to.match(
      /^Write a value, or remove the key for its default/,
    );
  });
});
