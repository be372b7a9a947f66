// Proves the refusals that the simulated AWS adds to moto, with the AWS SDK alone. About the simulation, not the provider.
import {
  CreateNetworkInterfaceCommand,
  CreateSecurityGroupCommand,
  DeleteNetworkInterfaceCommand,
  DeleteSecurityGroupCommand,
  EC2Client,
} from "@aws-sdk/client-ec2";
import {
  CreateAccessPointCommand,
  CreateFileSystemCommand,
  CreateMountTargetCommand,
  DeleteAccessPointCommand,
  DeleteFileSystemCommand,
  DescribeAccessPointsCommand,
  EFSClient,
  PutFileSystemPolicyCommand,
  PutLifecycleConfigurationCommand,
  UpdateFileSystemCommand,
} from "@aws-sdk/client-efs";
import { expect } from "chai";
import { network } from "./network.ts";

const [efs, ec2] = [new EFSClient(), new EC2Client()];
const refusal = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "accepted",
    (error: unknown) => (error instanceof Error ? error.name : ""),
  );

describe("the simulated AWS refuses", () => {
  let FileSystemId = "";
  beforeEach(async () => {
    const made = await efs.send(new CreateFileSystemCommand({ CreationToken: `t-${Math.random()}` }));
    FileSystemId = made.FileSystemId ?? "";
  });
  afterEach(async () => {
    await efs.send(new DeleteFileSystemCommand({ FileSystemId }));
  });

  const refused: readonly (readonly [what: string, work: () => Promise<unknown>, code: string])[] = [
    [
      "provisioned mode without an amount",
      () => efs.send(new UpdateFileSystemCommand({ FileSystemId, ThroughputMode: "provisioned" })),
      "BadRequest",
    ],
    [
      "a policy that is no JSON",
      () => efs.send(new PutFileSystemPolicyCommand({ FileSystemId, Policy: "{" })),
      "InvalidPolicyException",
    ],
    [
      "two transitions in one lifecycle rule",
      () =>
        efs.send(
          new PutLifecycleConfigurationCommand({
            FileSystemId,
            LifecyclePolicies: [
              { TransitionToIA: "AFTER_1_DAY", TransitionToPrimaryStorageClass: "AFTER_1_ACCESS" },
            ],
          }),
        ),
      "BadRequest",
    ],
    [
      "an access point on a file system that does not exist",
      () => efs.send(new CreateAccessPointCommand({ ClientToken: "a", FileSystemId: "fs-00000000" })),
      "FileSystemNotFound",
    ],
    [
      "the deletion of an access point that does not exist",
      () => efs.send(new DeleteAccessPointCommand({ AccessPointId: "fsap-00000000" })),
      "AccessPointNotFound",
    ],
    [
      "an access point of five levels",
      () =>
        efs.send(
          new CreateAccessPointCommand({
            ClientToken: "a",
            FileSystemId,
            RootDirectory: { Path: "/a/b/c/d/e" },
          }),
        ),
      "BadRequest",
    ],
  ];
  for (const [what, work, code] of refused) {
    it(what, async () => {
      expect(await refusal(work())).to.equal(code);
    });
  }

  it("a client token's second use, and forgets access points with their file system", async () => {
    const command = new CreateAccessPointCommand({ ClientToken: `token-${FileSystemId}`, FileSystemId });
    const { AccessPointId } = await efs.send(command);
    expect(await refusal(efs.send(command))).to.equal("AccessPointAlreadyExists");
    await efs.send(new DeleteFileSystemCommand({ FileSystemId }));
    expect(await refusal(efs.send(new DescribeAccessPointsCommand({ AccessPointId })))).to.equal(
      "AccessPointNotFound",
    );
    const made = await efs.send(new CreateFileSystemCommand({ CreationToken: `t-${Math.random()}` }));
    FileSystemId = made.FileSystemId ?? "";
  });

  it("a One Zone file system's mount target in another zone", async () => {
    const { otherZone } = await network();
    const one = await efs.send(
      new CreateFileSystemCommand({
        CreationToken: `z-${Math.random()}`,
        AvailabilityZoneName: "us-east-1a",
      }),
    );
    const command = new CreateMountTargetCommand({ FileSystemId: one.FileSystemId, SubnetId: otherZone });
    expect(await refusal(efs.send(command))).to.equal("AvailabilityZonesMismatch");
    await efs.send(new DeleteFileSystemCommand({ FileSystemId: one.FileSystemId }));
  });

  it("the deletion of a security group that an interface uses", async () => {
    const { vpcId, first } = await network();
    const made = await ec2.send(
      new CreateSecurityGroupCommand({ GroupName: "used", Description: "x", VpcId: vpcId }),
    );
    const GroupId = made.GroupId ?? "";
    const user = await ec2.send(new CreateNetworkInterfaceCommand({ SubnetId: first, Groups: [GroupId] }));
    expect(await refusal(ec2.send(new DeleteSecurityGroupCommand({ GroupId })))).to.equal(
      "DependencyViolation",
    );
    const { NetworkInterfaceId } = user.NetworkInterface ?? {};
    await ec2.send(new DeleteNetworkInterfaceCommand({ NetworkInterfaceId }));
    expect(await refusal(ec2.send(new DeleteSecurityGroupCommand({ GroupId })))).to.equal("accepted");
  });
});
