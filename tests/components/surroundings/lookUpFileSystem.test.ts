// Proves what is asked of AWS about a file system that is there, and what becomes of the answers, under mocks. Does not
// prove the answers' forms: the SDK's types and tests/engine/existing.test.ts do.
import { expect } from "chai";
import { lookUpFileSystem } from "../../../components/surroundings/lookUpFileSystem.ts";
import { mountTargetId } from "../../../components/surroundings/lookUpMountTargets.ts";
import { type Answers, register } from "../../support/mocks.ts";

const id = "fs-0123456789abcdef0";
const arn = `arn:aws:elasticfilesystem:us-east-1:123456789012:file-system/${id}`;

const rule = (securityGroupRuleId: unknown) => ({
  ipProtocol: "tcp",
  fromPort: 2049,
  toPort: 2049,
  isEgress: securityGroupRuleId === "sgr-out",
  cidrIpv4: securityGroupRuleId === "sgr-cidr" ? "10.0.0.0/16" : "",
  cidrIpv6: "",
  prefixListId: "",
  referencedSecurityGroupId: securityGroupRuleId === "sgr-group" ? "sg-nodes" : "",
});

/** Each test asks of interfaces of its own: the SDK remembers nothing, and neither do the mocks. */
const answers = (properties: Record<string, unknown>, more: Answers = {}): Answers => ({
  getFileSystem: () => ({
    arn,
    encrypted: true,
    availabilityZoneName: "",
    protections: [{ replicationOverwrite: "ENABLED" }],
  }),
  getResource: () => ({ properties: JSON.stringify(properties) }),
  getNetworkInterfaces: () => ({ ids: ["eni-b", "eni-a", "eni-person", "eni-gone"] }),
  getNetworkInterface: ({ id: eni }) => {
    if (eni === "eni-gone") throw new Error("no matching EC2 Network Interface found");
    return {
      availabilityZone: `us-east-1${String(eni).slice(-1)}`,
      description:
        eni === "eni-person"
          ? `copy of ${id}`
          : `EFS mount target for ${id} (fsmt-0${String(eni).slice(-1)})`,
      subnetId: `subnet-${String(eni)}`,
      privateIp: "10.0.0.1",
      vpcId: "vpc-1",
      securityGroups: ["sg-2", "sg-1"],
    };
  },
  getSecurityGroup: ({ id: group }) => ({ tags: { of: group } }),
  getSecurityGroupRules: ({ filters }) => ({
    ids: JSON.stringify(filters).includes("sg-1") ? ["sgr-group", "sgr-cidr", "sgr-out", "sgr-gone"] : [],
  }),
  getSecurityGroupRule: ({ securityGroupRuleId }) => {
    if (securityGroupRuleId === "sgr-gone") throw new Error("no matching Security Group Rule found");
    return rule(securityGroupRuleId);
  },
  getResources: () => ({
    resourceTagMappingLists: [
      { resourceArn: arn, tags: {} },
      ...["fsap-1", "fsap-2", "fsap-3"].map((point) => ({
        resourceArn: arn.replace(/file-system.*/, `access-point/${point}`),
        tags: {},
      })),
    ],
  }),
  getAccessPoint: ({ accessPointId }) => {
    if (accessPointId === "fsap-3") throw new Error("no matching EFS Access Point found");
    return {
      accessPointId,
      fileSystemId: accessPointId === "fsap-2" ? "fs-2" : id,
      rootDirectories: [{ path: "/homes" }],
      tags: { "jupyterhub-efs/hub": "research/hub" },
    };
  },
  ...more,
});

const lookUp = async (given: Answers) =>
  (await register(() => lookUpFileSystem(id), { answers: given })).made;

describe("lookUpFileSystem", () => {
  it("finds what a hub has to know, and leaves out what is not the file system's or is gone", async () => {
    const target = (zone: string) => ({
      id: `fsmt-0${zone}`,
      subnetId: `subnet-eni-${zone}`,
      ipAddress: "10.0.0.1",
      vpcId: "vpc-1",
      securityGroupIds: ["sg-1", "sg-2"],
    });
    const nfs = { protocol: "tcp", fromPort: 2049, toPort: 2049 };
    expect(await lookUp(answers({ BackupPolicy: { Status: "ENABLED" } }))).to.deep.equal({
      arn,
      encrypted: true,
      overwriteProtection: "ENABLED",
      automaticBackups: true,
      mountTargets: { "us-east-1a": target("a"), "us-east-1b": target("b") },
      securityGroups: {
        "sg-1": {
          tags: { of: "sg-1" },
          ingress: [
            { ...nfs, securityGroupId: "sg-nodes" },
            { ...nfs, cidr: "10.0.0.0/16" },
          ],
        },
        "sg-2": { tags: { of: "sg-2" }, ingress: [] },
      },
      accessPoints: { "fsap-1": { path: "/homes", tags: { "jupyterhub-efs/hub": "research/hub" } } },
    });
  });

  it("takes the policy as a text or as an object, and none for none", async () => {
    const policy = { Version: "2012-10-17", Statement: [] };
    expect(await lookUp(answers({ FileSystemPolicy: policy }))).to.deep.include({ policy });
    expect(await lookUp(answers({ FileSystemPolicy: JSON.stringify(policy) }))).to.deep.include({ policy });
    for (const none of [{}, { FileSystemPolicy: {} }, { FileSystemPolicy: "" }, { FileSystemPolicy: null }])
      expect(await lookUp(answers(none)), JSON.stringify(none)).not.to.have.property("policy");
  });

  it("knows a One Zone file system, and the destination of a replication", async () => {
    const getFileSystem = () => ({
      arn,
      encrypted: false,
      availabilityZoneName: "us-east-1b",
      protections: [{ replicationOverwrite: "REPLICATING" }],
    });
    expect(await lookUp(answers({}, { getFileSystem }))).to.deep.include({
      encrypted: false,
      oneZone: "us-east-1b",
      overwriteProtection: "REPLICATING",
    });
  });

  it("says that there is none, and asks no more", async () => {
    const getFileSystem = () => {
      throw new Error("no matching EFS file system found");
    };
    expect(await lookUp({ getFileSystem })).to.equal(undefined);
  });

  it("fails where it may not ask", async () => {
    const getResource = () => {
      throw new Error("AccessDeniedException: not authorized to perform cloudformation:GetResource");
    };
    const { made } = await register(
      () => lookUpFileSystem(id).catch((error: unknown) => (error as Error).message),
      { answers: answers({}, { getResource }) },
    );
    expect(await made).to.include("cloudformation:GetResource");
  });
});

describe("the interface of a mount target", () => {
  it("is known by its description, as AWS writes it in two ways", () => {
    expect(mountTargetId(`EFS mount target for ${id} (fsmt-1)`, id)).to.equal("fsmt-1");
    expect(mountTargetId(`Mount target fsmt-1 for file system ${id}`, id)).to.equal("fsmt-1");
    for (const other of [
      `EFS mount target for ${id}1 (fsmt-1)`,
      `EFS mount target for ${id}`,
      `old EFS mount target for ${id} (fsmt-1)`,
      "",
    ]) {
      expect(mountTargetId(other, id), other).to.equal(undefined);
    }
  });
});
