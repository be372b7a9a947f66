// Proves that the rules reach Pulumi's form of them with all that they need: components above, configuration, secrets. The SDK
// itself is asked by tests/engine/policy.test.ts.
import { type PolicyResource, type ResourceValidationPolicy, Secret } from "@pulumi/policy";
import { expect } from "chai";
import { policies } from "../../policy/policies.ts";
import { wholeType } from "../../policy/rule.ts";
import { fileSystem, release } from "./support.ts";

interface Given {
  readonly name?: string;
  readonly parent?: string;
  readonly protect?: boolean;
  readonly allow?: string[];
}

const ofResource = (
  type: string,
  props: object,
  { name = "homes", parent, protect = false, allow }: Given = {},
) =>
  ({
    type,
    name,
    urn: `urn:${name}`,
    props,
    opts: { protect, parent },
    getConfig: () => (allow === undefined ? {} : { allow }),
  }) as unknown as Parameters<NonNullable<ResourceValidationPolicy["remediateResource"]>>[0];

/** A fresh pack, which is asked by the name of a policy. */
function pack() {
  const all = policies();
  const find = (name: string) => {
    const found = all.find((policy) => policy.name === name);
    if (found === undefined) throw new Error(`no policy ${name}`);
    return found;
  };
  return {
    all,
    validate: (name: string, args: ReturnType<typeof ofResource>): string[] => {
      const policy = find(name) as ResourceValidationPolicy;
      const said: string[] = [];
      const validate = policy.validateResource;
      if (typeof validate !== "function") throw new Error(`${name} validates nothing`);
      void validate(args, (message) => said.push(message));
      return said;
    },
    remediate: (name: string, args: ReturnType<typeof ofResource>) =>
      (find(name) as ResourceValidationPolicy).remediateResource?.(args),
    ofStack: (name: string, resources: Partial<PolicyResource>[], allow: string[] = []) => {
      const policy = find(name);
      if (!("validateStack" in policy)) throw new Error(`${name} is of no stack`);
      const said: (string | undefined)[] = [];
      const args = {
        resources: resources as PolicyResource[],
        getConfig: () => ({ allow }),
        stackTags: new Map(),
      };
      void policy.validateStack(args as never, (_message, urn) => said.push(urn));
      return said;
    },
  };
}

describe("the policy pack", () => {
  it("has each rule under a name of its own, with a page to read and a list of exceptions", () => {
    const { all } = pack();
    expect(all.map(({ name }) => name)).to.have.members([
      "encrypted",
      "protected",
      "nfs-from-groups",
      "no-root-volume",
      "no-plain-nfs",
      "retained",
      "file-system-policy",
      "secret-values",
    ]);
    for (const { url, configSchema } of all) {
      expect(url).to.match(/^https:/);
      expect(Object.keys(configSchema?.properties ?? {})).to.deep.equal(["allow"]);
    }
  });

  it("reports what a rule says, but not of a resource that is excepted", () => {
    const { validate } = pack();
    expect(validate("encrypted", ofResource(fileSystem, {}))).to.have.length(1);
    expect(validate("encrypted", ofResource(fileSystem, {}, { allow: ["homes"] }))).to.be.empty;
    expect(validate("encrypted", ofResource(fileSystem, {}, { allow: ["others"] }))).to.have.length(1);
  });

  it("knows what the program said of the component that a resource is a part of", () => {
    const { validate } = pack();
    validate("encrypted", ofResource(wholeType, { dataProtection: "delete" }, { name: "hub" }));
    validate("encrypted", ofResource("test:index:Part", {}, { name: "part", parent: "urn:hub" }));
    expect(validate("protected", ofResource(fileSystem, {}, { parent: "urn:part" }))).to.be.empty;
    expect(validate("protected", ofResource(fileSystem, {}))).to.have.length(1);
  });

  it("reports a stack's fault at the resource that has it, but not one that is excepted", () => {
    const { ofStack } = pack();
    const opts = { protect: true } as PolicyResource["opts"];
    const common = { opts, propertyDependencies: {}, dependencies: [] };
    const homes = { ...common, urn: "urn:homes", name: "homes", type: fileSystem, props: { id: "fs-1" } };
    const target = {
      ...common,
      urn: "urn:target",
      name: "target",
      type: "aws:efs/mountTarget:MountTarget",
      props: {},
      propertyDependencies: { fileSystemId: [homes as unknown as PolicyResource] },
    };
    expect(ofStack("file-system-policy", [homes, target])).to.deep.equal(["urn:homes"]);
    expect(ofStack("file-system-policy", [homes, target], ["homes"])).to.be.empty;
  });

  it("makes a secret of a plain one, and lets be what has none", () => {
    const { remediate } = pack();
    const plain = { values: { hub: { db: { password: "x" } } } };
    expect(remediate("secret-values", ofResource(release, plain))).to.equal(plain);
    expect(plain.values.hub.db.password).to.deep.equal(new Secret("x"));
    expect(remediate("secret-values", ofResource(release, plain))).to.be.undefined;
    const other = { values: { hub: { db: { password: "x" } } } };
    expect(remediate("secret-values", ofResource(release, other, { allow: ["homes"] }))).to.be.undefined;
  });
});
