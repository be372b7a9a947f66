// Proves which file systems need a policy, and which documents refuse what is not TLS. What AWS makes of a document is not proved.
import { expect } from "chai";
import type { StackResource } from "../../../policy/rule.ts";
import { fileSystemPolicy } from "../../../policy/rules/fileSystemPolicy.ts";
import { type Properties, UNKNOWN, type Value } from "../../../policy/value.ts";
import { fileSystem, resource } from "../support.ts";

const arn = "arn:aws:elasticfilesystem:us-east-1:1:file-system/fs-1";
const homes = resource(fileSystem, { id: "fs-1", arn });
const target = resource("aws:efs/mountTarget:MountTarget", { fileSystemId: "fs-1" });
const deny: Properties = {
  Effect: "Deny",
  Principal: { AWS: "*" },
  Action: "*",
  Condition: { Bool: { "aws:SecureTransport": "false" } },
};
const policy = (text: Value, more: Partial<StackResource> = {}): StackResource =>
  resource("aws:efs/fileSystemPolicy:FileSystemPolicy", { fileSystemId: "fs-1", policy: text }, more);
const document = (...Statement: Properties[]) => JSON.stringify({ Version: "2012-10-17", Statement });
const said = (...resources: StackResource[]) =>
  fileSystemPolicy.faultsOfStack(resources).map(({ message }) => message);

describe("the policy rule file-system-policy", () => {
  it("refuses a file system that can be reached and has none", () => {
    expect(said(homes, target).join()).to.contain("It has no policy");
  });

  it("refuses one whose policy is another's", () => {
    const other = policy(document(deny));
    const props = { ...other.props, fileSystemId: "fs-2" };
    expect(said(homes, target, { ...other, props }).join()).to.contain("It has no policy");
  });

  it("takes one that cannot be reached, and somebody else's", () => {
    expect(said(homes)).to.be.empty;
    expect(said(target)).to.be.empty;
  });

  const { Condition: _condition, ...always } = deny;
  const narrowed: Record<string, Properties> = {
    "allows instead": { ...deny, Effect: "Allow" },
    "is about one role": { ...deny, Principal: { AWS: "arn:aws:iam::1:role/hub" } },
    "is about writing alone": { ...deny, Action: "elasticfilesystem:ClientWrite" },
    "has a second condition": {
      ...deny,
      Condition: { Bool: { "aws:SecureTransport": "false", more: "true" } },
    },
    "has no condition": always,
    "is about an access point": { ...deny, Resource: arn.replace("file-system/fs-1", "access-point/fsap-1") },
    "is about another file system": {
      ...deny,
      Resource: [`${arn}2`, "arn:aws:elasticfilesystem:*:*:mount/*"],
    },
    "is about all but it": { ...deny, NotResource: arn },
  };
  for (const [title, statement] of Object.entries(narrowed)) {
    it(`refuses a policy whose one statement ${title}`, () => {
      expect(said(homes, target, policy(document(statement))).join()).to.contain("No statement of it denies");
    });
  }

  it("refuses a policy that nobody can read", () => {
    expect(said(homes, target, policy("{"))).to.have.length(1);
  });

  const same: Properties[] = [
    deny,
    { ...deny, Principal: "*" },
    { ...deny, Resource: arn, Action: "ElasticFileSystem:client*" },
    { ...deny, Resource: ["arn:aws:s3:::b", "arn:aws:elasticfilesystem:*:?:file-system/*"] },
    {
      ...deny,
      Action: ["elasticfilesystem:ClientMount"],
      Condition: { Bool: { "aws:SecureTransport": [false] } },
    },
  ];
  for (const statement of same) {
    it(`takes ${JSON.stringify(statement)}`, () => {
      expect(said(homes, target, policy(document(statement)))).to.be.empty;
      expect(said(homes, target, policy(JSON.stringify({ Statement: statement })))).to.be.empty;
    });
  }

  const everybody: Properties = { Effect: "Allow", Principal: { AWS: "*" } };
  const allow: Properties = { ...everybody, Action: "*" };
  const through = (operator: string, key: string) => ({
    ...allow,
    Condition: { [operator]: { [key]: "x" } },
  });
  const open: Record<string, Properties> = {
    "all of EFS": { ...allow, Action: "elasticfilesystem:*" },
    everything: allow,
    "root alone": { ...allow, Action: ["elasticfilesystem:ClientRootAccess"] },
    mounting: { ...allow, Principal: "*", Action: "elasticfilesystem:clientmount" },
    "all but writing": { ...everybody, NotAction: "elasticfilesystem:ClientWrite" },
    "but somebody": { Effect: "Allow", NotPrincipal: { AWS: "arn:aws:iam::1:role/hub" }, Action: "*" },
    "by a mount target": through("Bool", "elasticfilesystem:AccessedViaMountTarget"),
    "but through an access point": through("StringNotEquals", "elasticfilesystem:AccessPointArn"),
    "through an access point, if any": through("StringLikeIfExists", "elasticfilesystem:AccessPointArn"),
  };
  for (const [title, one] of Object.entries(open))
    it(`refuses everybody at the root, beside the denial of plaintext: ${title}`, () => {
      expect(said(homes, target, policy(document(deny, one))).join()).to.contain("lets everybody mount");
    });

  const narrow: Record<string, Properties> = {
    "through access points": through("StringLike", "elasticfilesystem:AccessPointArn"),
    "through one, in another case": through("ArnEquals", "ElasticFileSystem:accesspointarn"),
    "of an organisation": through("StringEquals", "aws:PrincipalOrgID"),
    "who asks only": { ...allow, Action: "elasticfilesystem:Describe*" },
    "but for mounts": { ...everybody, NotAction: ["elasticfilesystem:Client*"] },
    "who is a role": { ...allow, Principal: { AWS: "arn:aws:iam::1:role/nodes" } },
  };
  for (const [title, one] of Object.entries(narrow))
    it(`takes everybody ${title}`, () => {
      expect(said(homes, target, policy(document(deny, one)))).to.be.empty;
    });

  it("takes any file system's ARN before it has one, and nothing else's", () => {
    const unmade = resource(fileSystem, { id: "fs-1", arn: UNKNOWN });
    const of = (Resource: Value) => said(unmade, target, policy(document({ ...deny, Resource })));
    for (const one of [arn, "*", [arn]]) expect(of(one)).to.be.empty;
    expect(of(arn.replace("file-system/fs-", "access-point/fsap-"))).to.have.length(1);
  });

  it("knows what belongs together before anything has an id", () => {
    const comesOf = { fileSystemId: [homes.urn] };
    const props = { fileSystemId: UNKNOWN, policy: UNKNOWN };
    const unmade = resource(fileSystem, { id: UNKNOWN });
    const unmadeTarget = resource(target.type, { fileSystemId: UNKNOWN }, { comesOf });
    expect(said(unmade, unmadeTarget)).to.have.length(1);
    expect(said(unmade, unmadeTarget, { ...policy(UNKNOWN, { comesOf }), props })).to.be.empty;
  });
});
