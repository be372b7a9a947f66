// Proves, under mocks, what a SharedFileSystem and its neighbours make beside a file system that is there: nothing,
// or the missing mount targets. Does not prove that AWS leaves the rest alone: tests/engine/existing.test.ts does.
import * as pulumi from "@pulumi/pulumi";
import { expect } from "chai";
import { JupyterHubOnEfs } from "../../../components/jupyterHubOnEfs.ts";
import { HomeStorage } from "../../../components/resources/homeStorage.ts";
import {
  SharedFileSystem,
  type SharedFileSystemArgs,
} from "../../../components/resources/sharedFileSystem.ts";
import { inputsOf, register, resources, valueOf } from "../../support/mocks.ts";

const existing = { id: "fs-0123456789abcdef0" };
const args: SharedFileSystemArgs = {
  vpcId: "vpc-1",
  subnets: { "us-east-1a": "subnet-a", "us-east-1b": "subnet-b" },
  clientSecurityGroups: { nodes: "sg-nodes" },
  fileSystem: { existing },
};
const mountTargets = { "us-east-1a": { id: pulumi.output("fsmt-a"), ipAddress: "10.0.0.1" } };

/** What a constructor said when it was refused. */
async function refusal(make: () => unknown): Promise<string> {
  let message = "";
  const { all } = await register(() => {
    try {
      make();
    } catch (error) {
      message = (error as Error).message;
    }
  });
  expect(resources(all)).to.deep.equal([]);
  return message;
}

describe("a SharedFileSystem on an existing file system", () => {
  it("makes nothing where nothing is missing, and tells the mount targets that are there", async () => {
    const subnets = { "us-east-1a": "subnet-a" };
    const { made, all } = await register(
      () => new SharedFileSystem("there", { ...args, subnets, existingFileSystem: { mountTargets } }),
    );
    expect(resources(all)).to.deep.equal([]);
    expect(made.securityGroupId).to.equal(undefined);
    expect(await valueOf(made.fileSystemId)).to.equal(existing.id);
    expect(await valueOf(made.mountTargets)).to.deep.equal({
      "us-east-1a": { id: "fsmt-a", ipAddress: "10.0.0.1" },
    });
  });

  it("makes the missing mount targets only if it is told to, in a group that says whose it is", async () => {
    const { made, all } = await register(
      () =>
        new SharedFileSystem("missing", {
          ...args,
          clusterName: pulumi.output("research"),
          hub: { namespace: "lab" },
          fileSystem: { existing: { ...existing, createMissingMountTargets: true } },
          existingFileSystem: { mountTargets },
        }),
    );
    expect(resources(all)).to.deep.equal([
      "MountTarget missing-us-east-1b",
      "SecurityGroup missing-nfs",
      "SecurityGroupIngressRule missing-nfs-from-nodes",
    ]);
    expect(inputsOf(all, "MountTarget", "missing-us-east-1b")).to.deep.equal({
      fileSystemId: existing.id,
      subnetId: "subnet-b",
      securityGroups: ["missing-nfs-id"],
    });
    expect(inputsOf(all, "SecurityGroup", "missing-nfs").tags).to.deep.equal({
      Name: "jupyterhub-homes",
      "jupyterhub-efs/hub": "research/lab",
    });
    expect(await valueOf(made.mountTargets)).to.deep.equal({
      "us-east-1a": { id: "fsmt-a", ipAddress: "10.0.0.1" },
      "us-east-1b": { id: "missing-us-east-1b-id", ipAddress: "10.0.0.10" },
    });
  });

  it("that is told of no mount target makes one in every zone, or none", async () => {
    const none = await register(() => new SharedFileSystem("untold", args));
    expect(resources(none.all)).to.deep.equal([]);
    const fileSystem = { existing: { ...existing, createMissingMountTargets: true } };
    const every = await register(() => new SharedFileSystem("untold", { ...args, fileSystem }));
    expect(resources(every.all)).to.deep.equal([
      "MountTarget untold-us-east-1a",
      "MountTarget untold-us-east-1b",
      "SecurityGroup untold-nfs",
      "SecurityGroupIngressRule untold-nfs-from-nodes",
    ]);
  });

  it("takes an id that only an update knows", async () => {
    const fileSystem = { existing: { id: pulumi.output("fs-1"), createMissingMountTargets: true } };
    const { made, all } = await register(() => new SharedFileSystem("output", { ...args, fileSystem }));
    expect(inputsOf(all, "MountTarget", "output-us-east-1a").fileSystemId).to.equal("fs-1");
    expect(await valueOf(made.fileSystemId)).to.equal("fs-1");
  });

  it("refuses zones without a mount target, and a place that is written wrongly", async () => {
    expect(
      await refusal(() => new SharedFileSystem("zones", { ...args, existingFileSystem: { mountTargets } })),
    )
      .to.include('"fileSystem.existing.createMissingMountTargets"')
      .and.include("us-east-1b");
    for (const [place, path] of [
      [pulumi.output({ mountTargets }), '"existingFileSystem"'],
      [{}, '"existingFileSystem.mountTargets"'],
      [{ mountTargets: pulumi.output({}) }, '"existingFileSystem.mountTargets"'],
      [{ mountTargets: { "us-east-1a": "fsmt-a" } }, '"existingFileSystem.mountTargets.us-east-1a"'],
      [{ mountTargets, oneZone: pulumi.output("us-east-1a") }, '"existingFileSystem.oneZone"'],
    ] as const) {
      const existingFileSystem = place as unknown as NonNullable<SharedFileSystemArgs["existingFileSystem"]>;
      expect(await refusal(() => new SharedFileSystem("wrong", { ...args, existingFileSystem }))).to.include(
        path,
      );
    }
  });

  it("refuses the place of an existing one for a new one", async () => {
    const { fileSystem: _none, ...withNew } = args;
    expect(
      await refusal(() => new SharedFileSystem("new", { ...withNew, existingFileSystem: { mountTargets } })),
    ).to.include('"existingFileSystem" is only for');
  });
});

describe("a hub on an existing One Zone file system", () => {
  it("runs its servers in that zone, static or dynamic", async () => {
    const common = {
      fileSystemId: "fs-1",
      oneZone: "us-east-1b",
      fileSystem: { existing },
      homesPath: "/homes",
    };
    const { all } = await register(() => [
      new HomeStorage("static", { ...common, usernames: "safe" }),
      new HomeStorage("dynamic", { ...common, usernames: "safe", provisioning: "dynamic" }),
    ]);
    for (const name of ["static-enforced", "static-plain"]) {
      expect(JSON.stringify(inputsOf(all, "PersistentVolume", name))).to.include('"values":["us-east-1b"]');
    }
    expect(inputsOf(all, "StorageClass", "dynamic")).to.have.nested.property(
      "parameters.enforceZoneAffinity",
      "true",
    );
  });

  it("is told of all of it through JupyterHubOnEfs", async () => {
    const { made, all } = await register(
      () =>
        new JupyterHubOnEfs("whole", {
          clusterArn: "arn:aws:eks:us-east-1:123456789012:cluster/research",
          ...args,
          clusterName: "research",
          fileSystem: { existing },
          existingFileSystem: { mountTargets, oneZone: "us-east-1a" },
          homesPath: "/homes",
          usernames: "escape",
          hub: { database: { kind: "memory" }, signIn: { kind: "anyone" } },
        }),
    );
    expect(resources(all).filter((name) => /^(FileSystem|MountTarget|SecurityGroup)/.test(name))).to.be.empty;
    expect(JSON.stringify(inputsOf(all, "PersistentVolume", "whole-hub-homes-enforced"))).to.include(
      '"values":["us-east-1a"]',
    );
    for (const which of ["enforced", "plain"]) {
      expect(inputsOf(all, "AccessPoint", `whole-hub-homes-${which}`).tags).to.deep.equal({
        Name: `hub-homes-${which}`,
        "jupyterhub-efs/hub": "research/hub",
      });
    }
    expect(await valueOf(made.exampleHome)).to.equal("/homes/home-bob-2esmith");
    expect(await valueOf(made.mountTargets)).to.have.all.keys("us-east-1a");
  });
});
