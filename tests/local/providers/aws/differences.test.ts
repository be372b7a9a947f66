// Proves the rules by which the official provider replaces or updates, type by type (RULES.md), on inputs alone.
// Does not prove the calls that follow: tests/engine/aws does.
import { expect } from "chai";
import type { Properties } from "../../../../local/providers/engine/values.ts";
import { unknown } from "../../../../local/providers/engine/values.ts";
import { awsDifference } from "../../../../local/providers/aws/differences.ts";
import { outcome, typeAt } from "./support.ts";

type Case = readonly [what: string, olds: Properties, news: Properties, expected: string];
const named = { __defaults: ["name"] };

const cases: Readonly<Record<string, readonly Case[]>> = {
  "backup/plan": [
    ["another name", { name: "a" }, { name: "b" }, "replace"],
    ["another schedule", { rules: [{ schedule: "a" }] }, { rules: [{ schedule: "b" }] }, "update"],
    ["a shorter life", { rules: [{ lifecycle: { deleteAfter: 9 } }] }, { rules: [{}] }, "update"],
    ["a dropped schedule", { rules: [{ schedule: "a" }] }, { rules: [{}] }, "nothing"],
    [
      "rules in another order",
      { rules: [{ ruleName: "a" }, { ruleName: "b" }] },
      { rules: [{ ruleName: "b" }, { ruleName: "a" }] },
      "nothing",
    ],
  ],
  "backup/selection": [
    ...["iamRoleArn", "name", "planId"].map((name): Case => [
      `another ${name}`,
      { [name]: "a", ...named },
      { [name]: "b", ...named },
      "replace",
    ]),
    ["another resource", { resources: ["a"] }, { resources: ["b"] }, "replace"],
    ["resources in another order", { resources: ["a", "b"] }, { resources: ["b", "a"] }, "nothing"],
    ["dropped exceptions", { notResources: ["a"] }, {}, "nothing"],
    [
      "another role under a fixed name",
      { name: "n", iamRoleArn: "a" },
      { name: "n", iamRoleArn: "b" },
      "replace, delete first",
    ],
  ],
  "backup/vault": [
    ["another name", { name: "a" }, { name: "b" }, "replace"],
    ["another key", { kmsKeyArn: "a" }, { kmsKeyArn: "b" }, "replace"],
    ["a dropped key", { kmsKeyArn: "a" }, {}, "nothing"],
    ["leave to delete what is in it", { forceDestroy: false }, { forceDestroy: true }, "update"],
  ],
  "efs/fileSystem": [
    ...["availabilityZoneName", "creationToken", "kmsKeyId", "performanceMode"].map((name): Case => [
      `another ${name}`,
      { [name]: "a" },
      { [name]: "b" },
      "replace",
    ]),
    ["encrypted", { encrypted: false }, { encrypted: true }, "replace"],
    ["another throughput mode", { throughputMode: "bursting" }, { throughputMode: "elastic" }, "update"],
    ["a dropped key", { kmsKeyId: "arn:a" }, {}, "nothing"],
    [
      "another protection",
      { protection: { replicationOverwrite: "ENABLED" } },
      { protection: { replicationOverwrite: "DISABLED" } },
      "update",
    ],
    [
      "lifecycle rules in another order",
      { lifecyclePolicies: [{ a: 1 }, { b: 1 }] },
      { lifecyclePolicies: [{ b: 1 }, { a: 1 }] },
      "nothing",
    ],
    ["no lifecycle rules any more", { lifecyclePolicies: [{ a: 1 }] }, {}, "update"],
    ["another tag", { tags: { a: "1" } }, { tags: { a: "2" } }, "update"],
  ],
  "efs/mountTarget": [
    ...["fileSystemId", "ipAddress", "ipAddressType", "ipv6Address", "subnetId"].map((name): Case => [
      `another ${name}`,
      { [name]: "a" },
      { [name]: "b" },
      "replace, delete first",
    ]),
    ["an unknown file system", { fileSystemId: "a" }, { fileSystemId: unknown }, "replace, delete first"],
    ["other groups", { securityGroups: ["a"] }, { securityGroups: ["b"] }, "update"],
    ["groups in another order", { securityGroups: ["a", "b"] }, { securityGroups: ["b", "a"] }, "nothing"],
    ["dropped groups", { securityGroups: ["a"] }, {}, "nothing"],
  ],
  "efs/accessPoint": [
    ["another file system", { fileSystemId: "a" }, { fileSystemId: "b" }, "replace"],
    ["another uid", { posixUser: { uid: 1 } }, { posixUser: { uid: 2 } }, "replace"],
    [
      "other permissions of the root",
      { rootDirectory: { creationInfo: { permissions: "0700" } } },
      { rootDirectory: { creationInfo: { permissions: "0755" } } },
      "replace",
    ],
    ["a dropped root directory", { rootDirectory: { path: "/" } }, {}, "nothing"],
    ["another tag", { tags: { a: "1" } }, { tags: {} }, "update"],
  ],
  "efs/fileSystemPolicy": [
    ["another file system", { fileSystemId: "a" }, { fileSystemId: "b" }, "replace"],
    [
      "the same policy in other words",
      { policy: '{"a": 1, "b": 2}' },
      { policy: '{"b":2,"a":1}' },
      "nothing",
    ],
    ["another policy", { policy: '{"a":1}' }, { policy: '{"a":2}' }, "update"],
  ],
  "efs/backupPolicy": [
    ["another file system", { fileSystemId: "a" }, { fileSystemId: "b" }, "replace"],
    [
      "another status",
      { backupPolicy: { status: "ENABLED" } },
      { backupPolicy: { status: "DISABLED" } },
      "update",
    ],
  ],
  "efs/replicationConfiguration": [
    ["another source", { sourceFileSystemId: "a" }, { sourceFileSystemId: "b" }, "replace"],
    [
      "another region of the destination",
      { destination: { region: "us-west-2" } },
      { destination: { region: "eu-west-1" } },
      "replace",
    ],
    [
      "a dropped destination that EFS would make",
      { destination: { region: "us-west-2", fileSystemId: "a", status: "ENABLED" } },
      { destination: { region: "us-west-2" } },
      "nothing",
    ],
  ],
  "ec2/securityGroup": [
    ...["description", "namePrefix", "vpcId"].map((name): Case => [
      `another ${name}`,
      { name: "n", [name]: "a", ...named },
      { name: "n", [name]: "b", ...named },
      "replace",
    ]),
    ["another name", { name: "a" }, { name: "b" }, "replace"],
    [
      "another VPC under a fixed name",
      { name: "n", vpcId: "a" },
      { name: "n", vpcId: "b" },
      "replace, delete first",
    ],
    ["revoking rules on delete", { revokeRulesOnDelete: false }, { revokeRulesOnDelete: true }, "update"],
  ],
  ...Object.fromEntries(
    ["vpc/securityGroupIngressRule", "vpc/securityGroupEgressRule"].map(
      (module): [string, readonly Case[]] => [
        module,
        [
          ["another group", { securityGroupId: "a" }, { securityGroupId: "b" }, "replace"],
          [
            "another kind of source",
            { cidrIpv4: "10.0.0.0/8" },
            { referencedSecurityGroupId: "sg-1" },
            "replace",
          ],
          [
            "another source of the same kind",
            { cidrIpv4: "10.0.0.0/8" },
            { cidrIpv4: "10.0.0.0/16" },
            "update",
          ],
          ["another port", { fromPort: 1, cidrIpv4: "x" }, { fromPort: 2, cidrIpv4: "x" }, "update"],
        ],
      ],
    ),
  ),
  "iam/role": [
    ["another name", { name: "a" }, { name: "b" }, "replace"],
    [
      "another path under a fixed name",
      { name: "a", path: "/" },
      { name: "a", path: "/x/" },
      "replace, delete first",
    ],
    [
      "another path under a made-up name",
      { name: "a", path: "/", ...named },
      { name: "a", path: "/x/", ...named },
      "replace",
    ],
    ["another trust policy", { assumeRolePolicy: "{}" }, { assumeRolePolicy: '{"a":1}' }, "update"],
    [
      "a trust policy in other words",
      { assumeRolePolicy: '{ "a": 1 }' },
      { assumeRolePolicy: '{"a":1}' },
      "nothing",
    ],
  ],
  "iam/rolePolicyAttachment": [
    ["another role", { role: "a" }, { role: "b" }, "replace, delete first"],
    ["another policy", { policyArn: "a" }, { policyArn: "b" }, "replace, delete first"],
  ],
  "iam/rolePolicy": [
    ["another role", { role: "a" }, { role: "b" }, "replace"],
    ["another policy", { policy: "{}" }, { policy: '{"a":1}' }, "update"],
  ],
  "iam/policy": [
    ["another description", { description: "a" }, { description: "b" }, "replace"],
    ["another policy", { policy: "{}" }, { policy: '{"a":1}' }, "update"],
  ],
  "eks/addon": [
    ["another add-on", { addonName: "a" }, { addonName: "b" }, "replace"],
    ["another cluster", { clusterName: "a" }, { clusterName: "b" }, "replace"],
    ["another version", { addonVersion: "v1.0.0" }, { addonVersion: "v1.0.1" }, "update"],
    ["a dropped version", { addonVersion: "v1.0.0" }, {}, "nothing"],
  ],
  "eks/podIdentityAssociation": [
    ...["clusterName", "namespace", "serviceAccount"].map((name): Case => [
      `another ${name}`,
      { [name]: "a" },
      { [name]: "b" },
      "replace",
    ]),
    ["another role", { roleArn: "a" }, { roleArn: "b" }, "update"],
  ],
};

describe("the difference of", () => {
  for (const [module, rows] of Object.entries(cases)) {
    for (const [what, olds, news, expected] of rows) {
      it(`${module} for ${what}: ${expected}`, async () => {
        expect(outcome(await typeAt(module), olds, news)).to.equal(expected);
      });
    }
  }

  it("any resource for another region: replace", async () => {
    const type = await typeAt("efs/accessPoint");
    expect(outcome(type, {}, { region: "eu-west-1" }, { region: "us-east-1" })).to.equal("replace");
    expect(outcome(type, {}, {}, { region: "eu-west-1" })).to.equal("replace");
    expect(outcome(type, { region: "us-east-1" }, {}, { region: "us-east-1" })).to.equal("nothing");
  });

  it("a tagged resource for another default tag of the provider: an update that says tagsAll", async () => {
    const type = await typeAt("efs/accessPoint");
    const olds = { tags: { a: "1" } };
    const request = {
      urn: "",
      type: "",
      name: "",
      id: "",
      oldInputs: olds,
      oldOutputs: { tagsAll: { a: "1" } },
      news: olds,
    };
    const diff = awsDifference(type, request, { region: "us-east-1", defaultTags: { team: "hub" } });
    expect(diff.changes).to.deep.equal([{ path: "tagsAll", kind: "update", replace: false }]);
  });
});
