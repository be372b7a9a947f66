import {
  CreateMountTargetCommand,
  DeleteMountTargetCommand,
  DescribeMountTargetsCommand,
  DescribeMountTargetSecurityGroupsCommand,
  EFSClient,
  type IpAddressType,
  ModifyMountTargetSecurityGroupsCommand,
  type MountTargetDescription,
} from "@aws-sdk/client-efs";
import type { MountTarget, MountTargetArgs } from "@pulumi/aws/efs/mountTarget.js";
import { unlessMissing } from "../apiError.ts";
import type { ArgsOf, AwsType, StateOf } from "../awsType.ts";
import type { Call } from "../call.ts";
import { oneOf } from "../validation.ts";
import { fileSystemArn, fileSystemHost } from "./fileSystems.ts";

type Args = ArgsOf<MountTargetArgs>;
type State = StateOf<MountTarget>;

const client = (call: Call): EFSClient => call.client("efs", EFSClient);

async function described(id: string, call: Call): Promise<MountTargetDescription | undefined> {
  const answer = client(call).send(new DescribeMountTargetsCommand({ MountTargetId: id }), {
    abortSignal: call.signal,
  });
  const found = (await unlessMissing(answer, "MountTargetNotFound"))?.MountTargets?.[0];
  return found?.LifeCycleState === "deleted" ? undefined : found;
}

/** One creation at a time for each file system: EFS refuses two at once in one zone. */
const creations = new Map<string, Promise<unknown>>();

function inTurn<T>(fileSystemId: string, work: () => Promise<T>): Promise<T> {
  const before = creations.get(fileSystemId) ?? Promise.resolve();
  const turn = before.then(work, work);
  creations.set(fileSystemId, turn);
  return turn;
}

/** `aws:efs/mountTarget:MountTarget`: one a zone, so the old one goes before the new one comes. */
export const mountTarget: AwsType<Args, State> = {
  title: "EFS Mount Target",
  replaceOn: ["fileSystemId", "ipAddress", "ipAddressType", "ipv6Address", "subnetId"],
  deleteBeforeReplace: true,
  decidedByCloud: ["ipAddress", "ipAddressType", "ipv6Address", "securityGroups"],
  sets: ["securityGroups"],
  validate: ({ ipAddressType }) =>
    oneOf("ipAddressType", ipAddressType, ["IPV4_ONLY", "IPV6_ONLY", "DUAL_STACK"]),
  create: (args, call) =>
    inTurn(args.fileSystemId, async () => {
      const made = await client(call).send(
        new CreateMountTargetCommand({
          FileSystemId: args.fileSystemId,
          SubnetId: args.subnetId,
          IpAddress: args.ipAddress,
          IpAddressType: args.ipAddressType as IpAddressType | undefined,
          Ipv6Address: args.ipv6Address,
          SecurityGroups: args.securityGroups,
        }),
      );
      const id = call.made(made.MountTargetId ?? "");
      await call.wait(`EFS Mount Target (${id}) create`, 1800, async () =>
        (await described(id, call))?.LifeCycleState === "available" ? true : undefined,
      );
      return id;
    }),
  async find(id, call) {
    const found = await described(id, call);
    if (found === undefined) return undefined;
    const groups = await client(call).send(
      new DescribeMountTargetSecurityGroupsCommand({ MountTargetId: id }),
    );
    const fileSystemId = found.FileSystemId ?? "";
    const dnsName = fileSystemHost(call, fileSystemId);
    const state: State = {
      availabilityZoneId: found.AvailabilityZoneId ?? "",
      availabilityZoneName: found.AvailabilityZoneName ?? "",
      dnsName,
      fileSystemArn: await fileSystemArn(call, fileSystemId),
      fileSystemId,
      ipAddress: found.IpAddress ?? "",
      ipAddressType: found.Ipv6Address === undefined ? "IPV4_ONLY" : "DUAL_STACK",
      ipv6Address: found.Ipv6Address ?? "",
      mountTargetDnsName: `${found.AvailabilityZoneName ?? ""}.${dnsName}`,
      networkInterfaceId: found.NetworkInterfaceId ?? "",
      ownerId: found.OwnerId ?? "",
      region: call.region,
      securityGroups: groups.SecurityGroups ?? [],
      subnetId: found.SubnetId ?? "",
    };
    return { state };
  },
  async update(id, { news }, call) {
    const command = new ModifyMountTargetSecurityGroupsCommand({
      MountTargetId: id,
      SecurityGroups: news.securityGroups,
    });
    if (news.securityGroups !== undefined) await client(call).send(command);
  },
  async delete(id, _state, call) {
    await unlessMissing(
      client(call).send(new DeleteMountTargetCommand({ MountTargetId: id })),
      "MountTargetNotFound",
    );
    await call.wait(`EFS Mount Target (${id}) delete`, 600, async () =>
      (await described(id, call)) === undefined ? true : undefined,
    );
  },
};
