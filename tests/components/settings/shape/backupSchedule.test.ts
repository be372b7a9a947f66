/**
 * Proves: which cron expressions are taken as the time of a backup, by the examples of AWS's own reference.
 * Does not prove: that AWS Backup takes them, nor when it starts.
 */
import { expect } from "chai";
import { backupSchedule } from "../../../../components/settings/shape/backupSchedule.ts";

const taken = [
  "cron(0 5 ? * * *)",
  "cron(0 5 * * ? *)",
  "cron(15 * ? * * *)",
  "cron(30 0/6 ? * * *)",
  "cron(0 8 1 * ? *)",
  "cron(0 8 L * ? *)",
  "cron(0 8 15W * ? *)",
  "cron(15 10 ? * 6L *)",
  "cron(0 9 ? * 3#2 *)",
  "cron(0 18 ? * MON-FRI *)",
  "cron(0 1,13 ? JAN,MAR-MAY mon,4 2026-2030)",
];
const refused: Readonly<Record<string, string>> = {
  "no wrapper": "0 5 ? * * *",
  "five fields, as Unix writes them": "cron(0 5 * * *)",
  "both days": "cron(0 5 * * * *)",
  "neither day": "cron(0 5 ? * ? *)",
  "more often than hourly": "cron(* 5 ? * * *)",
  "two minutes of an hour": "cron(0,30 5 ? * * *)",
  "minute 60": "cron(60 5 ? * * *)",
  "hour 24": "cron(0 24 ? * * *)",
  "day 0": "cron(0 5 0 * ? *)",
  "day 32": "cron(0 5 32 * ? *)",
  "month 13": "cron(0 5 ? 13 * *)",
  "weekday 0, as Unix writes Sunday": "cron(0 5 ? * 0 *)",
  "a weekday by its whole name": "cron(0 5 ? * MONDAY *)",
  "a rate": "rate(1 day)",
  "more behind it": "cron(0 5 ? * * *) daily",
};

describe("the schedule of backups", () => {
  for (const text of taken) {
    it(`takes ${text}`, () => {
      expect(backupSchedule.test(text)).to.equal(true);
    });
  }
  for (const [what, text] of Object.entries(refused)) {
    it(`refuses ${what}: ${text}`, () => {
      expect(backupSchedule.test(text)).to.equal(false);
    });
  }
});
