// Proves which file systems need a policy, and which documents refuse what is not TLS. What AWS makes of a document is not proved.
import { expect } from "chai";
import type { StackResource } from "../../../policy/rule.ts";
import { fileSystemPolicy } from "../../../policy/rules/fileSystemPolicy.ts";
import { type Properties, UNKNOWN, type Value } from "../../../policy/value.ts";
import { fileSystem, resource } from "../support.ts";

const homes = resource(fileSystem, { id: "fs-1" });
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

  it("knows what belongs together before anything has an id", () => {
    const comesOf = { fileSystemId: [homes.urn] };
    const props = { fileSystemId: UNKNOWN, policy: UNKNOWN };
    const unmade = resource(fileSystem, { id: UNKNOWN });
    const unmadeTarget = resource(target.type, { fileSystemId: UNKNOWN }, { comesOf });
    expect(said(unmade, unmadeTarget)).to.have.length(1);
    expect(said(unmade, unmadeTarget, { ...policy(UNKNOWN, { comesOf }), props })).to.be.empty;
  });
});
