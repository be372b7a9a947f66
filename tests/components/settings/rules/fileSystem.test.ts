/**
 * Proves: which combinations of throughput, performance, zone and lifecycle are refused.
 * Does not prove: that EFS takes the others; a zone's place among the subnets is the plan's to judge.
 */
import { expectFault, expectNone } from "../../../support/faults.ts";

const create = (of: Record<string, unknown>) => ({ fileSystem: { create: of } });
const inCreate = (key: string): string => `fileSystem.create.${key}`;

describe("the rules of the file system", () => {
  it("want MiB/s with provisioned throughput", () => {
    expectFault(
      create({ throughputMode: "provisioned" }),
      inCreate("provisionedThroughputMibps"),
      /must be said/,
    );
    expectNone(create({ throughputMode: "provisioned", provisionedThroughputMibps: 1.5 }));
  });

  it("refuse MiB/s with any other throughput", () => {
    for (const throughputMode of ["elastic", "bursting"]) {
      expectFault(
        create({ throughputMode, provisionedThroughputMibps: 100 }),
        inCreate("provisionedThroughputMibps"),
        /only for throughput mode `provisioned`/,
      );
    }
  });

  it("refuse maxIO with elastic throughput and with one zone", () => {
    expectFault(create({ performanceMode: "maxIO" }), inCreate("performanceMode"), /elastic/);
    expectFault(
      create({ performanceMode: "maxIO", throughputMode: "bursting", oneZone: "us-east-1a" }),
      inCreate("performanceMode"),
      /oneZone/,
    );
    expectNone(create({ performanceMode: "maxIO", throughputMode: "bursting" }));
  });

  it("refuse archive without infrequent access before it", () => {
    expectFault(
      create({ lifecycle: { toArchiveAfterDays: 90 } }),
      inCreate("lifecycle.toArchiveAfterDays"),
      /needs `toInfrequentAccessAfterDays`/,
    );
    for (const toInfrequentAccessAfterDays of [90, 180]) {
      expectFault(
        create({ lifecycle: { toArchiveAfterDays: 90, toInfrequentAccessAfterDays } }),
        inCreate("lifecycle.toArchiveAfterDays"),
        /must be more than/,
      );
    }
    expectNone(create({ lifecycle: { toArchiveAfterDays: 90, toInfrequentAccessAfterDays: 30 } }));
  });

  it("refuse archive without elastic throughput or general purpose", () => {
    const lifecycle = { toArchiveAfterDays: 90, toInfrequentAccessAfterDays: 30 };
    expectFault(
      create({ lifecycle, throughputMode: "bursting" }),
      inCreate("lifecycle.toArchiveAfterDays"),
      /`elastic`/,
    );
  });

  it("take no lifecycle at all", () => {
    expectNone(create({ lifecycle: {} }));
  });
});
