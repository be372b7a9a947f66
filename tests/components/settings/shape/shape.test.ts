/**
 * Proves: which single values are refused, how unknown keys and words are answered, and that text without quotes is
 * told so.
 * Does not prove: rules across settings (rules/).
 */
import { expect } from "chai";
import { expectFault, expectNone, faultsOf } from "../../../support/faults.ts";

type Raw = Record<string, unknown>;

/** `{a: {b: value}}` out of "a.b". */
const at = (path: string, value: unknown): Raw =>
  path.split(".").reduceRight<unknown>((inner, key) => ({ [key]: inner }), value) as Raw;

describe("an unknown key", () => {
  const meant: readonly (readonly [path: string, suggestion: string])[] = [
    ["userMod", "userMode"],
    ["usermode", "userMode"],
    ["posix.uuid", "posix.uid"],
    ["fileSystem.create.throughputmode", "fileSystem.create.throughputMode"],
    ["fileSystem.create.lifecycle.toArchiveAfter", "fileSystem.create.lifecycle.toArchiveAfterDays"],
    ["hub.timeout", "hub.timeoutSeconds"],
    ["hub.image.nam", "hub.image.name"],
    ["driver.chart.repo", "driver.chart.repository"],
    ["network.subnetId", "network.subnetIds"],
  ];
  for (const [path, suggestion] of meant) {
    it(`${path} is answered with ${suggestion}`, () => {
      const fault = expectFault(at(path, "x"), path, /not a known setting/);
      expect(fault.fix).to.equal(`Did you mean \`${suggestion}\`?`);
    });
  }

  it("that is like no other is answered with all that there are", () => {
    expect(expectFault(at("posix.somethingElse", 1), "posix.somethingElse", /not a known/).fix).to.match(
      /uid, gid/,
    );
  });

  it("shows what sort of value it has and nothing of it, since it may be a secret", () => {
    for (const path of ["kubernetes.kubeconfg", "hub.database.password", "hub.dbPwd", "hub.image.tagg"]) {
      expect(expectFault(at(path, "hush"), path, /not a known/).got).to.equal("a text");
      expect(expectFault(at(path, 12345678), path, /not a known/).got).to.equal("a number");
    }
    expect(expectFault({ databse: "postgresql://me:hush@h/db" }, "databse", /not a known/).got).to.equal(
      "a text",
    );
    expect(expectFault({ usermode: true }, "usermode", /not a known/).got).to.equal("true");
  });
});

describe("a key of a later release", () => {
  for (const path of ["hubs", "verify"]) {
    it(`${path} is said to be one`, () => {
      expectFault(at(path, {}), path, /not in this release/);
    });
  }

  it("cluster.create is said to be one, alone and beside `existing`", () => {
    expectFault({ cluster: { create: {} } }, "cluster.create", /not in this release/);
    const both = faultsOf({ cluster: { create: {}, existing: { name: "x" } } });
    expect(both.map(({ path }) => path)).to.deep.equal(["cluster", "cluster.create"]);
  });

  it("fileSystem.existing beside `create` is one fault", () => {
    const both = faultsOf({ fileSystem: { create: {}, existing: { id: "fs-0123456789abcdef0" } } });
    expect(both.map(({ path, rule }) => `${path} ${rule}`)).to.deep.equal([
      "fileSystem must have `create` or `existing`, not both",
    ]);
  });
});

describe("a number where a secret has to be", () => {
  const signIn = { kind: "allow-list", users: ["ada"], password: 12345678 };
  for (const [path, hub] of [
    ["hub.signIn.password", { signIn }],
    ["hub.database.url", { database: { kind: "postgres", url: 12345678 } }],
  ] as const) {
    it(`is refused and not shown: ${path}`, () => {
      const fault = expectFault({ hub }, path, /./);
      expect(fault.got).to.equal("[secret]");
      expect(fault.fix).to.match(/^Put it in quotes/);
    });
  }
});

describe("a value", () => {
  const refused: readonly (readonly [path: string, value: unknown, rule: RegExp])[] = [
    ["cluster.existing.name", "a b", /EKS cluster/],
    ["cluster.existing.name", "", /EKS cluster/],
    ["kubernetes.context", "", /context/],
    ["userMode", "Root", /`non-root` or `root`/],
    ["userMode", true, /`non-root` or `root`/],
    ["provisioning", "", /`static` or `dynamic`/],
    ["usernames", "safer", /`safe` or `escape`/],
    ["posix", 1000, /mapping/],
    ["posix", [], /mapping/],
    ["posix.uid", 0, /whole number from 1 to 2147483647/],
    ["posix.gid", 0, /whole number/],
    ["posix.uid", 2147483648, /whole number/],
    ["posix.uid", 1.5, /whole number/],
    ["posix.uid", "1000", /whole number/],
    ["fileSystem.create.throughputMode", "burst", /`elastic`, `bursting` or `provisioned`/],
    ["fileSystem.create.performanceMode", "max", /`generalPurpose` or `maxIO`/],
    ["fileSystem.create.provisionedThroughputMibps", 0, /from 1 to/],
    ["fileSystem.create.oneZone", "us-east-1", /zone/],
    ["fileSystem.create.kmsKeyArn", "alias/aws/elasticfilesystem", /not of an alias/],
    ["fileSystem.create.kmsKeyArn", "arn:aws:kms:us-east-1:111122223333:alias/x", /not of an alias/],
    ["fileSystem.create.kmsKeyArn", "1234abcd-12ab-34cd-56ef-1234567890ab", /ARN/],
    ["fileSystem.create.lifecycle.toInfrequentAccessAfterDays", 31, /must be 1, 7, 14/],
    ["fileSystem.create.lifecycle.toArchiveAfterDays", "90", /must be 1, 7, 14/],
    ["fileSystem.create.lifecycle.backOnFirstAccess", "yes", /`true` or `false`/],
    ["network.subnetIds", "subnet-0123456789abcdef0", /list/],
    ["network.subnetIds", [], /at least one/],
    ["network.subnetIds", ["subnet-0123456789abcdef0", "subnet-0123456789abcdef0"], /twice/],
    ["network.clientSecurityGroupIds", [], /at least one/],
    ["driver.install", "none", /`helm`, `addon` or `existing`/],
    ["driver.values", "a: 1", /mapping of the chart's values/],
    ["hub.name", "My Hub", /DNS label/],
    ["hub.name", "h".repeat(54), /53/],
    ["hub.namespace", "my_hub", /DNS label/],
    ["hub.image.name", "example.org/image:tag", /without a tag/],
    ["hub.image.tag", 4.1, /tag/],
    ["hub.database", "claim", /mapping/],
    ["hub.database", { kind: "mysql" }, /`claim`, `postgres` or `memory`/],
    ["hub.grantSudo", "true", /`true` or `false`/],
    ["hub.timeoutSeconds", 9, /from 10 to 86400/],
    ["hub.timeoutSeconds", "600", /from 10 to 86400/],
    ["hub.chart.repository", "hub.jupyter.org", /address/],
    ["hub.chart.repository", "https://me:hush@example.org/", /without a password/],
    ["tags", ["a"], /mapping/],
    ["homesPath", null, /absolute/],
  ];
  for (const [path, value, rule] of refused) {
    it(`${path}: ${JSON.stringify(value)} is refused`, () => {
      const place = path === "hub.database" && typeof value === "object" ? "hub.database.kind" : path;
      const fault = expectFault(at(path, value), place, rule);
      expect(fault.got).not.to.include("hush");
    });
  }

  it("of a list is refused at its place", () => {
    const subnetIds = ["subnet-0123456789abcdef0", "subnet-XYZ"];
    expectFault({ network: { subnetIds } }, "network.subnetIds[1]", /subnet's id/);
    const clientSecurityGroupIds = ["subnet-0123456789abcdef0"];
    expectFault(
      { network: { clientSecurityGroupIds } },
      "network.clientSecurityGroupIds[0]",
      /security group/,
    );
    expectFault({ hub: { admins: ["alice", "Bob"] } }, "hub.admins[1]", /lower case/);
  });

  it("is taken in every partition of AWS", () => {
    for (const [partition, region] of [
      ["aws", "us-east-1"],
      ["aws-cn", "cn-north-1"],
      ["aws-us-gov", "us-gov-west-1"],
    ] as const) {
      const key = "1234abcd-12ab-34cd-56ef-1234567890ab";
      const kmsKeyArn = `arn:${partition}:kms:${region}:111122223333:key/${key}`;
      expectNone({ fileSystem: { create: { kmsKeyArn, oneZone: `${region}a` } } });
    }
    const mrk = `arn:aws:kms:us-east-1:111122223333:key/mrk-${"0".repeat(32)}`;
    expectNone({ fileSystem: { create: { kmsKeyArn: mrk } } });
  });

  it("that is nothing is told apart from an absent key", () => {
    expect(expectFault({ usernames: null }, "usernames", /must be/).fix).to.match(/remove the key/);
    expectNone({ usernames: undefined });
  });

  it("near a known word is answered with it", () => {
    expect(expectFault({ userMode: "nonroot" }, "userMode", /must be/).fix).to.match(
      /Did you mean `non-root`\?/,
    );
  });

  it("that lacks its quotes is told so", () => {
    expect(expectFault({ hub: { image: { tag: 4.1 } } }, "hub.image.tag", /tag/).fix).to.match(/quotes/);
  });
});

describe("a date without quotes", () => {
  const date = "2026-08-10 00:00:00 +0000 UTC";

  it("is a fault that says to quote it, wherever it stands", () => {
    for (const path of [
      "hub.image.tag",
      "hub.chart.version",
      "hub.values.singleuser.image.tag",
      "tags.since",
    ]) {
      expect(expectFault(at(path, date), path, /unquoted date/).fix).to.equal(
        'Put it in quotes: "2026-08-10".',
      );
    }
  });

  it("keeps its time of day", () => {
    const value = "2026-08-10 12:30:00.5 +0200 +0200";
    expect(expectFault({ hub: { values: { a: [value] } } }, "hub.values.a[0]", /unquoted/).fix).to.include(
      "12:30:00.5",
    );
  });
});
