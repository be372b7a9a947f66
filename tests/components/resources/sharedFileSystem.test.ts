// Proves the exact children of SharedFileSystem and their inputs, known and unknown, under mocks. Does not prove
// parents, dependencies or what AWS says: tests/engine does.
import { expect } from "chai";
import * as pulumi from "@pulumi/pulumi";
import {
  SharedFileSystem,
  type SharedFileSystemArgs,
} from "../../../components/resources/sharedFileSystem.ts";
import { inputsOf, register, resources, valueOf } from "../../support/mocks.ts";

const args: SharedFileSystemArgs = {
  vpcId: "vpc-1",
  subnets: { "us-east-1b": "subnet-b", "us-east-1a": "subnet-a" },
  clientSecurityGroups: { nodes: "sg-nodes" },
};

describe("SharedFileSystem", () => {
  it("is a file system with backups, a security group with a rule per client group, and a mount target per zone", async () => {
    const { all } = await register(() => new SharedFileSystem("shared", args));
    expect(resources(all)).to.deep.equal([
      "BackupPolicy shared-backup",
      "FileSystem shared",
      "MountTarget shared-us-east-1a",
      "MountTarget shared-us-east-1b",
      "SecurityGroup shared-nfs",
      "SecurityGroupIngressRule shared-nfs-from-nodes",
    ]);
  });

  it("lets in NFS from the given groups, and has no other rule", async () => {
    const { all } = await register(() => new SharedFileSystem("rules", args));
    expect(inputsOf(all, "SecurityGroupIngressRule", "rules-nfs-from-nodes")).to.deep.equal({
      securityGroupId: "rules-nfs-id",
      referencedSecurityGroupId: "sg-nodes",
      ipProtocol: "tcp",
      fromPort: 2049,
      toPort: 2049,
      description: "NFS from the nodes",
      tags: {},
    });
    expect(inputsOf(all, "SecurityGroup", "rules-nfs")).not.to.have.any.keys("ingress", "egress");
  });

  it("puts every mount target behind its own security group only", async () => {
    const { all } = await register(() => new SharedFileSystem("targets", args));
    expect(inputsOf(all, "MountTarget", "targets-us-east-1a")).to.deep.equal({
      fileSystemId: "targets-id",
      subnetId: "subnet-a",
      securityGroups: ["targets-nfs-id"],
    });
  });

  it("makes the same resources when the subnets come in another order", async () => {
    const reordered = { ...args, subnets: Object.fromEntries(Object.entries(args.subnets).reverse()) };
    const one = await register(() => new SharedFileSystem("order", args));
    const other = await register(() => new SharedFileSystem("order", reordered));
    expect(resources(other.all)).to.deep.equal(resources(one.all));
    expect(inputsOf(other.all, "MountTarget", "order-us-east-1b")).to.deep.equal(
      inputsOf(one.all, "MountTarget", "order-us-east-1b"),
    );
  });

  it("tells mount targets by zone", async () => {
    const { made } = await register(() => new SharedFileSystem("outputs", args));
    expect(await valueOf(made.mountTargets)).to.deep.equal({
      "us-east-1a": { id: "outputs-us-east-1a-id", ipAddress: "10.0.0.10" },
      "us-east-1b": { id: "outputs-us-east-1b-id", ipAddress: "10.0.0.10" },
    });
  });

  it("shows every resource in a preview in which nothing is known yet", async () => {
    const { all } = await register(() => new SharedFileSystem("preview", args), { unknowns: true });
    expect(resources(all)).to.have.length(6);
    expect(inputsOf(all, "MountTarget", "preview-us-east-1a")).to.have.property("subnetId", "subnet-a");
  });

  it("tags every resource that takes tags", async () => {
    const { all } = await register(
      () => new SharedFileSystem("tagged", { ...args, tags: { team: "physics" } }),
    );
    for (const [type, name] of [
      ["FileSystem", "tagged"],
      ["SecurityGroup", "tagged-nfs"],
      ["SecurityGroupIngressRule", "tagged-nfs-from-nodes"],
    ] as const) {
      expect(inputsOf(all, type, name).tags, type).to.include({ team: "physics" });
    }
  });

  it("refuses, in one error and with nothing made, all that cannot work", async () => {
    let thrown: unknown;
    const { all } = await register(() => {
      try {
        return new SharedFileSystem("refused", {
          ...args,
          clientSecurityGroups: {},
          fileSystem: { create: { oneZone: "us-east-1f", throughputMode: "provisioned" } },
        });
      } catch (error) {
        thrown = error;
        return undefined;
      }
    });
    expect(thrown).to.be.instanceOf(pulumi.RunError);
    expect((thrown as Error).message)
      .to.match(/^refused: 3 settings are wrong:/)
      .and.include('"fileSystem.create.provisionedThroughputMibps"')
      .and.include('"clientSecurityGroups"')
      .and.include('"fileSystem.create.oneZone"');
    expect(resources(all)).to.deep.equal([]);
  });
});
