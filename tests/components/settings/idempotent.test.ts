// Proves that complete settings pass the check again unchanged: components hand them on to each other. Does not prove
// the check's rules.
import { expect } from "chai";
import fc from "fast-check";
import { checkSettings } from "../../../components/settings/check.ts";
import { cells, settingsOf } from "../../support/settings.ts";

describe("checkSettings, given its own answer", () => {
  const random = fc.record({
    cell: fc.constantFrom(...cells),
    create: fc.constantFrom(
      {},
      { throughputMode: "provisioned", provisionedThroughputMibps: 8 },
      { oneZone: "us-east-1a", lifecycle: {} },
      { backup: false, replication: { region: "eu-west-1" } },
      { backup: { retentionDays: 7 } },
    ),
    admins: fc.constantFrom([], ["ada"]),
    usernames: fc.constantFrom("safe", "escape"),
    driver: fc.constantFrom(
      {},
      { install: "existing", nodeRoleArn: "arn:aws:iam::123456789012:role/efs-csi-node" },
    ),
    tags: fc.constantFrom({}, { team: "physics" }),
  });

  it("gives the same answer", () => {
    fc.assert(
      fc.property(random, ({ cell, create, admins, ...more }) => {
        const { userMode, provisioning } = cell;
        const raw = {
          userMode,
          provisioning,
          fileSystem: { create },
          hub: { admins },
          ...more,
        };
        const settings = settingsOf(raw);
        expect(checkSettings({ ...settings })).to.have.deep.property("settings", settings);
      }),
    );
  });
});
