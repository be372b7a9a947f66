// Proves what a change does to a live resource: whether it is made anew, and in which order. Provider-neutral.
// All changes happen in one update of one stack; each test looks at one resource of it.
import { SecurityGroup } from "@pulumi/aws/ec2/index.js";
import { AccessPoint, FileSystem, MountTarget } from "@pulumi/aws/efs/index.js";
import { Role } from "@pulumi/aws/iam/index.js";
import { SecurityGroupIngressRule } from "@pulumi/aws/vpc/index.js";
import type { Output } from "@pulumi/pulumi";
import { expect } from "chai";
import { network, type Network } from "./network.ts";
import { type Program, type Result, Trial } from "./trial.ts";

/** Makes a resource under a name of the case's own, and whatever it needs. */
type Maker = (name: string, here: Network) => { readonly id: Output<string> };

const fileSystem =
  (args: ConstructorParameters<typeof FileSystem>[1]): Maker =>
  (name) =>
    new FileSystem(name, args);

const accessPoint =
  (uid: number): Maker =>
  (name) =>
    new AccessPoint(name, { fileSystemId: new FileSystem(`${name}-fs`).id, posixUser: { uid, gid: 100 } });

const mountTarget =
  (subnet: "first" | "sameZone", groups: readonly string[]): Maker =>
  (name, here) => {
    const made = Object.fromEntries(
      ["a", "b"].map((g) => [g, new SecurityGroup(`${name}-${g}`, { vpcId: here.vpcId }).id]),
    );
    const securityGroups = groups.flatMap((group) => made[group] ?? []);
    return new MountTarget(name, {
      fileSystemId: new FileSystem(`${name}-fs`).id,
      subnetId: here[subnet],
      securityGroups,
    });
  };

const group =
  (description: string): Maker =>
  (name, { vpcId }) =>
    new SecurityGroup(name, { vpcId, description });

const rule =
  (args: { cidrIpv4?: string; description?: string; toSelf?: boolean }): Maker =>
  (name, { vpcId }) => {
    const { toSelf, ...rest } = args;
    const securityGroupId = new SecurityGroup(`${name}-group`, { vpcId }).id;
    const source = toSelf === true ? { referencedSecurityGroupId: securityGroupId } : {};
    const ports = { ipProtocol: "tcp", fromPort: 2049, toPort: 2049 };
    return new SecurityGroupIngressRule(name, { securityGroupId, ...ports, ...rest, ...source });
  };

const role =
  (args: { name?: string; path: string }): Maker =>
  (name) => {
    const Statement = [
      { Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "ec2.amazonaws.com" } },
    ];
    return new Role(name, {
      assumeRolePolicy: JSON.stringify({ Version: "2012-10-17", Statement }),
      ...args,
    });
  };

const createFirst = ["create-replacement", "replace", "delete-replaced"];
const deleteFirst = ["delete-replaced", "replace", "create-replacement"];
const inPlace = ["update"];
const cidrIpv4 = "10.0.0.0/8";

const cases: Readonly<Record<string, readonly [before: Maker, after: Maker, steps: readonly string[]]>> = {
  "a file system's performance mode": [fileSystem({}), fileSystem({ performanceMode: "maxIO" }), createFirst],
  "a file system's encryption": [
    fileSystem({ encrypted: false }),
    fileSystem({ encrypted: true }),
    createFirst,
  ],
  "a file system's throughput mode": [fileSystem({}), fileSystem({ throughputMode: "elastic" }), inPlace],
  "a file system's tags": [fileSystem({ tags: { a: "1" } }), fileSystem({ tags: { b: "2" } }), inPlace],
  "an access point's user": [accessPoint(1000), accessPoint(1001), createFirst],
  "a mount target's subnet within its zone": [
    mountTarget("first", ["a"]),
    mountTarget("sameZone", ["a"]),
    deleteFirst,
  ],
  "a mount target's groups": [mountTarget("first", ["a"]), mountTarget("first", ["b"]), inPlace],
  "the order of a mount target's groups": [
    mountTarget("first", ["a", "b"]),
    mountTarget("first", ["b", "a"]),
    [],
  ],
  "a security group's description": [group("a"), group("b"), createFirst],
  "a rule's description": [
    rule({ cidrIpv4, description: "a" }),
    rule({ cidrIpv4, description: "b" }),
    inPlace,
  ],
  "a rule's kind of source": [rule({ cidrIpv4 }), rule({ toSelf: true }), createFirst],
  "the path of a role under a fixed name": [
    role({ name: "trial", path: "/" }),
    role({ name: "trial", path: "/x/" }),
    deleteFirst,
  ],
  "the path of a role under a made-up name": [role({ path: "/" }), role({ path: "/x/" }), createFirst],
};

const nameOf = (index: number): string => `case${index}`;

describe("a change of", () => {
  const at: { before?: Result; after?: Result; again?: Result } = {};
  before(async () => {
    const here = await network();
    const program =
      (pick: 0 | 1): Program =>
      () =>
        Object.fromEntries(Object.values(cases).map((one, i) => [nameOf(i), one[pick](nameOf(i), here).id]));
    await Trial.run("replacement", async (trial) => {
      at.before = await trial.up(program(0));
      at.after = await trial.up(program(1));
      at.again = await trial.up(program(1));
    });
  }).timeout(180_000);

  for (const [index, [what, [, , steps]]] of Object.entries(cases).entries()) {
    it(`${what} is carried out as ${steps.length === 0 ? "nothing" : steps.join(", ")}`, () => {
      const changes = at.after?.changes.filter((change) => change.endsWith(` ${nameOf(index)}`)) ?? [];
      expect(changes.map((change) => change.split(" ")[0])).to.deep.equal(steps);
      const { before: old, after: now } = at;
      // A role's id is its name.
      const keeps = steps.length < 2 || what.includes("fixed name");
      expect(now?.outputs[nameOf(index)] === old?.outputs[nameOf(index)]).to.equal(keeps);
    });
  }

  it("nothing more is nothing", () => {
    expect(at.again?.changes).to.deep.equal([]);
  });
});
