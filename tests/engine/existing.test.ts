// Proves that a hub on a file system that somebody made by hand leaves it and its mount targets exactly as they were, in
// up, update and destroy; that it makes the missing mount targets only, and only if told to; that every fault is told at
// once before anything is made. Does not prove a mount, nor how AWS judges a policy.
import { PutFileSystemPolicyCommand } from "@aws-sdk/client-efs";
import { expect } from "chai";
import { efs, resourcesInCloud } from "./support/cloud.ts";
import { core } from "./support/cluster.ts";
import { failureOf } from "./support/failureOf.ts";
import { HandmadeFileSystem, taking } from "./support/fileSystems.ts";
import { HubStack } from "./support/hub.ts";
import { Project } from "./support/project.ts";

const zones = ["us-east-1a", "us-east-1b", "us-east-1c"];

describe("an existing file system with all that a hub needs", function () {
  let fileSystem: HandmadeFileSystem;
  let stack: HubStack;
  let before_: unknown;
  let empty: string[];
  before(async () => {
    fileSystem = await HandmadeFileSystem.make({ zones });
    [before_, empty] = [await fileSystem.everything(), await resourcesInCloud()];
    stack = await HubStack.open("adopted", taking(fileSystem));
  });
  after(async () => {
    await stack.remove();
    await fileSystem.remove();
  });

  it("is used as it is: nothing is made for it but access points, and a role that may mount it", async () => {
    const { changes, outputs } = await stack.up();
    expect(changes.filter((change) => change.includes("aws:"))).to.have.members([
      "create aws:efs/accessPoint:AccessPoint jupyterhub-hub-homes-enforced",
      "create aws:efs/accessPoint:AccessPoint jupyterhub-hub-homes-plain",
      "create aws:iam/role:Role jupyterhub-driver-node",
      "create aws:iam/rolePolicy:RolePolicy jupyterhub-driver-node",
      "create aws:iam/rolePolicy:RolePolicy jupyterhub-access",
      "create aws:eks/podIdentityAssociation:PodIdentityAssociation jupyterhub-driver-node",
    ]);
    expect(outputs.fileSystemId).to.equal(fileSystem.id);
    const targets = Object.entries(await fileSystem.mountTargets());
    expect(outputs.mountTargets).to.deep.equal(
      Object.fromEntries(targets.map(([zone, { id, ipAddress }]) => [zone, { id, ipAddress }])),
    );
    expect(await fileSystem.everything()).to.deep.equal(before_);
  });

  it("has nothing left to do", async () => {
    expect((await stack.up()).changes).to.deep.equal([]);
  });

  it("stays when the hub goes", async () => {
    await stack.destroy();
    expect(await fileSystem.everything()).to.deep.equal(before_);
    expect(await resourcesInCloud()).to.deep.equal(empty);
  });
});

describe("an existing file system that lacks mount targets", function () {
  let fileSystem: HandmadeFileSystem;
  let stack: HubStack;
  before(async () => {
    fileSystem = await HandmadeFileSystem.make({ zones: ["us-east-1b"] });
    stack = await HubStack.open(
      "missing",
      taking(fileSystem, { existing: { createMissingMountTargets: true } }),
    );
  });
  after(async () => {
    await stack.remove();
    await fileSystem.remove();
  });

  it("gets the missing ones, when it is said", async () => {
    const theirs = await fileSystem.mountTargets();
    const { changes, outputs } = await stack.up();
    expect(
      changes.filter((change) => /aws:(efs|ec2|vpc).*(mountTarget|ecurityGroup)/.test(change)),
    ).to.have.members([
      "create aws:ec2/securityGroup:SecurityGroup jupyterhub-homes-nfs",
      changes.find((change) => change.includes("SecurityGroupIngressRule")),
      "create aws:efs/mountTarget:MountTarget jupyterhub-homes-us-east-1a",
      "create aws:efs/mountTarget:MountTarget jupyterhub-homes-us-east-1c",
    ]);
    expect(outputs.mountTargets).to.have.all.keys(...zones);
    expect(await fileSystem.mountTargets()).to.deep.include(theirs);
  });

  it("keeps them at the next update, which finds them there", async () => {
    expect((await stack.up()).changes).to.deep.equal([]);
  });

  it("is not left without them by taking the word back", async () => {
    await stack.say(taking(fileSystem));
    expect(await failureOf(() => stack.preview()))
      .to.include("fileSystem.existing.createMissingMountTargets")
      .and.include("us-east-1a, us-east-1c");
    await stack.say(taking(fileSystem, { existing: { createMissingMountTargets: true } }));
  });

  it("loses those alone when the hub goes", async () => {
    await stack.destroy();
    expect(await fileSystem.mountTargets()).to.have.all.keys("us-east-1b");
  });
});

describe("an existing file system that would keep servers from their homes", function () {
  let fileSystem: HandmadeFileSystem;
  let project: Project;
  before(async () => {
    fileSystem = await HandmadeFileSystem.make({ encrypted: false, zones: ["us-east-1a"], open: false });
    const Statement = [
      {
        Sid: "ClosedForNow",
        Effect: "Deny",
        Principal: { AWS: "*" },
        Action: "elasticfilesystem:Client*",
      },
    ];
    const Policy = JSON.stringify({ Version: "2012-10-17", Statement });
    await efs.send(new PutFileSystemPolicyCommand({ FileSystemId: fileSystem.id, Policy }));
    project = await Project.open("unfit", taking(fileSystem));
  });
  after(async () => {
    await project.remove();
    await fileSystem.remove();
  });

  it("is refused for all of it at once, and nothing is made", async () => {
    const [everything, cloud] = [await fileSystem.everything(), await resourcesInCloud()];
    const { exitCode, all } = await project.pulumi("up", "--yes", "--skip-preview");
    expect(exitCode).not.to.equal(0);
    expect(all)
      .to.include("4 settings are wrong")
      .and.include('"fileSystem.existing.id" must be encrypted')
      .and.include(
        `aws ec2 authorize-security-group-ingress --region us-east-1 --group-id ${fileSystem.groupId}`,
      )
      .and.include('statement "ClosedForNow" of its policy denies them ClientMount, ClientWrite')
      .and.include('"fileSystem.existing.createMissingMountTargets"')
      .and.include("us-east-1b, us-east-1c");
    expect(all).not.to.match(/\n\s+at .*:\d+:\d+/);
    expect(await fileSystem.everything()).to.deep.equal(everything);
    expect(await resourcesInCloud()).to.deep.equal(cloud);
  });

  it("names the setting when there is no such file system", async () => {
    await project.say(taking({ id: "fs-00000000000000000" }));
    const { exitCode, all } = await project.pulumi("preview");
    expect(exitCode).not.to.equal(0);
    expect(all).to.include(
      '"fileSystem.existing.id" must be an EFS file system of this account in us-east-1',
    );
    expect(all).not.to.match(/\n\s+at .*:\d+:\d+/);
  });
});

describe("an existing One Zone file system", function () {
  let fileSystem: HandmadeFileSystem;
  let stack: HubStack;
  before(async () => {
    fileSystem = await HandmadeFileSystem.make({ oneZone: "us-east-1b", zones: ["us-east-1b"] });
    stack = await HubStack.open("one-zone", taking(fileSystem));
  });
  after(async () => {
    await stack.remove();
    await fileSystem.remove();
  });

  it("has its servers run in its zone", async () => {
    const { outputs } = await stack.up();
    expect(outputs.mountTargets).to.have.all.keys("us-east-1b");
    const { items } = await core.listPersistentVolume();
    const ours = items.filter(({ spec }) => spec?.csi?.volumeHandle.startsWith(fileSystem.id));
    expect(ours).to.have.length(2);
    for (const { spec } of ours) expect(JSON.stringify(spec?.nodeAffinity)).to.include('"us-east-1b"');
  });
});
