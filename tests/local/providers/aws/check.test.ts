// Proves what fails before any call, and what is filled in, for every type by the SDK's own declarations.
import { expect } from "chai";
import { typeModules } from "../../../../local/providers/aws/catalogue.ts";
import { checked } from "../../../../local/providers/aws/check.ts";
import type { Properties } from "../../../../local/providers/engine/values.ts";
import { unknown } from "../../../../local/providers/engine/values.ts";
import { declarations, typeAt } from "./support.ts";

async function check(module: string, news: Properties, olds?: Properties) {
  const request = {
    urn: "u",
    type: "t",
    name: "thing",
    news,
    randomSeed: new Uint8Array([1]),
    ...(olds && { olds }),
  };
  const { inputs, failures = [] } = checked(await typeAt(module), await declarations.of(module), request);
  return { inputs, failures: failures.map(({ property, reason }) => `${property}: ${reason}`) };
}

const refusals: readonly (readonly [module: string, what: string, inputs: Properties, expected: RegExp])[] = [
  ["backup/vault", "a name with a point", { name: "my.vault" }, /^name: my\.vault does not match/],
  [
    "backup/plan",
    "a rule's name with a blank",
    { rules: [{ ruleName: "every day", targetVaultName: "homes" }] },
    /^rules\[0\]\.ruleName: every day does not match/,
  ],
  ["backup/plan", "a rule without a vault", { rules: [{ ruleName: "a" }] }, /targetVaultName: is required/],
  [
    "backup/plan",
    "settings that are not imitated",
    { rules: [], scanSettings: [] },
    /^scanSettings: is not imitated/,
  ],
  [
    "backup/selection",
    "conditions, which are not imitated",
    { iamRoleArn: "arn:a", planId: "p", conditions: [] },
    /^conditions: is not imitated/,
  ],
  [
    "efs/fileSystem",
    "an unknown throughput mode",
    { throughputMode: "fast" },
    /^throughputMode: expected .* got fast$/,
  ],
  [
    "efs/fileSystem",
    "a key without encryption",
    { kmsKeyId: "arn:aws:kms:x" },
    /encrypted must be set to true/,
  ],
  ["efs/fileSystem", "a key that is no ARN", { encrypted: true, kmsKeyId: "key" }, /invalid ARN/],
  ["efs/fileSystem", "a long token", { creationToken: "x".repeat(65) }, /^creationToken: /],
  [
    "efs/fileSystem",
    "a strange age",
    { lifecyclePolicies: [{ transitionToIa: "AFTER_2_DAYS" }] },
    /^lifecyclePolicies\[0\]\.transitionToIa/,
  ],
  ["efs/fileSystem", "a fourth rule", { lifecyclePolicies: [{}, {}, {}, {}] }, /no more than 3/],
  ["efs/fileSystem", "a misspelt property", { encryptd: true }, /did you mean "encrypted"/],
  ["efs/fileSystem", "a number for a word", { throughputMode: 3 }, /must be a string, not a number/],
  [
    "efs/fileSystem",
    "a protection that only EFS sets",
    { protection: { replicationOverwrite: "REPLICATING" } },
    /^protection\.replicationOverwrite: expected .*\["ENABLED" "DISABLED"\], got REPLICATING$/,
  ],
  [
    "efs/replicationConfiguration",
    "a destination of nowhere",
    { sourceFileSystemId: "fs-1", destination: { fileSystemId: "fs-2" } },
    /^destination: one of/,
  ],
  ["efs/mountTarget", "no subnet", { fileSystemId: "fs-1" }, /^subnetId: is required, but missing$/],
  [
    "efs/accessPoint",
    "a user without a group",
    { fileSystemId: "fs-1", posixUser: { uid: 1 } },
    /^posixUser\.gid: is required/,
  ],
  [
    "efs/fileSystemPolicy",
    "a policy that is no JSON",
    { fileSystemId: "fs-1", policy: "{" },
    /^policy: contains an invalid JSON/,
  ],
  [
    "efs/backupPolicy",
    "a strange status",
    { fileSystemId: "fs-1", backupPolicy: { status: "ON" } },
    /^backupPolicy\.status/,
  ],
  ["ec2/securityGroup", "a name of an id's form", { name: "sg-mine" }, /cannot begin with "sg-"/],
  ["ec2/securityGroup", "inline rules", { ingress: [] }, /use aws\.vpc rule resources/],
  [
    "vpc/securityGroupIngressRule",
    "no source",
    { securityGroupId: "sg-1", ipProtocol: "tcp" },
    /Exactly one/,
  ],
  [
    "vpc/securityGroupIngressRule",
    "two sources",
    { securityGroupId: "sg-1", ipProtocol: "tcp", cidrIpv4: "a", cidrIpv6: "b" },
    /Exactly one/,
  ],
  [
    "vpc/securityGroupEgressRule",
    "a port out of range",
    { securityGroupId: "sg-1", ipProtocol: "tcp", cidrIpv4: "a", toPort: 65536 },
    /^toPort: /,
  ],
  ["iam/role", "a long name", { assumeRolePolicy: "{}", name: "n".repeat(65) }, /1 - 64/],
  ["iam/role", "a name with a blank", { assumeRolePolicy: "{}", name: "a b" }, /must match/],
  ["iam/role", "a trust policy that is no JSON", { assumeRolePolicy: "x" }, /invalid JSON/],
  [
    "eks/addon",
    "a strange conflict rule",
    { addonName: "a", clusterName: "c", resolveConflictsOnCreate: "X" },
    /^resolveConflictsOnCreate/,
  ],
];

describe("the check of inputs", () => {
  for (const [module, what, inputs, expected] of refusals) {
    it(`refuses ${what} for ${module}`, async () => {
      const { failures } = await check(module, inputs);
      expect(failures).to.have.length(1);
      expect(failures[0]).to.match(expected);
    }).timeout(60_000);
  }

  for (const module of typeModules) {
    it(`takes unknown values everywhere for ${module}`, async () => {
      const { inputs } = await declarations.of(module);
      // Some arguments exclude each other or are not imitated; the required ones cannot.
      const required = Object.keys(inputs).filter((name) => inputs[name]?.optional === false);
      const source = module.startsWith("vpc/") ? { cidrIpv4: unknown } : {};
      const { failures } = await check(module, {
        ...Object.fromEntries(required.map((n) => [n, unknown])),
        ...source,
      });
      expect(failures.filter((failure) => !failure.startsWith("backupPolicy.status"))).to.deep.equal([]);
    });
  }

  it("fills in defaults and a name, and notes which were not the program's words", async () => {
    const { inputs } = await check("iam/role", { assumeRolePolicy: { Version: "2012-10-17" }, path: "/x/" });
    expect(inputs).to.include({
      assumeRolePolicy: '{"Version":"2012-10-17"}',
      maxSessionDuration: 3600,
      path: "/x/",
    });
    expect(inputs.name).to.match(/^thing-[0-9a-f]{7}$/);
    expect(inputs.__defaults).to.have.members(["name", "maxSessionDuration", "forceDetachPolicies"]);
  });

  it("fills in what is absent from the parts of an argument", async () => {
    const own = { ruleName: "daily", targetVaultName: "homes", startWindow: 90 };
    const { inputs } = await check("backup/plan", { rules: [own, unknown] });
    const filled = { completionWindow: 180, enableContinuousBackup: false };
    expect(inputs.rules).to.deep.equal([
      { ...filled, scheduleExpressionTimezone: "Etc/UTC", ...own },
      unknown,
    ]);
  });

  it("keeps a name that it chose before, and makes a new one when the program's own is dropped", async () => {
    const kept = await check(
      "iam/role",
      { assumeRolePolicy: "{}" },
      { name: "thing-0000000", __defaults: ["name"] },
    );
    expect(kept.inputs.name).to.equal("thing-0000000");
    const made = await check("iam/role", { assumeRolePolicy: "{}" }, { name: "mine", __defaults: [] });
    expect(made.inputs.name).to.match(/^thing-[0-9a-f]{7}$/);
  });

  it("takes a document with an unknown part for unknown", async () => {
    const { inputs } = await check("iam/role", { assumeRolePolicy: { Statement: [{ Resource: unknown }] } });
    expect(inputs.assumeRolePolicy).to.equal(unknown);
  });
});
