import {
  CreateFileSystemCommand,
  DeleteFileSystemCommand,
  DescribeFileSystemsCommand,
  DescribeLifecycleConfigurationCommand,
  EFSClient,
  type FileSystemDescription,
  PutLifecycleConfigurationCommand,
  type ReplicationOverwriteProtection,
  type ThroughputMode,
  UpdateFileSystemCommand,
  UpdateFileSystemProtectionCommand,
} from "@aws-sdk/client-efs";
import type { FileSystem, FileSystemArgs } from "@pulumi/aws/efs/fileSystem.js";
import { equal } from "../../engine/diff.ts";
import { unlessMissing } from "../apiError.ts";
import type { ArgsOf, AwsType, StateOf } from "../awsType.ts";
import type { Call } from "../call.ts";
import { tagList } from "../tags.ts";
import { fileSystemFailures } from "./fileSystemRules.ts";
import { fileSystemHost, retag } from "./fileSystems.ts";
import { type LifecyclePolicies, lifecyclePoliciesOf, toLifecyclePolicies } from "./lifecycle.ts";

type Args = Omit<ArgsOf<FileSystemArgs>, "lifecyclePolicies"> & { lifecyclePolicies?: LifecyclePolicies };
type State = StateOf<FileSystem>;

const client = (call: Call): EFSClient => call.client("efs", EFSClient);

async function described(id: string, call: Call): Promise<FileSystemDescription | undefined> {
  const answer = client(call).send(new DescribeFileSystemsCommand({ FileSystemId: id }), {
    abortSignal: call.signal,
  });
  const found = (await unlessMissing(answer, "FileSystemNotFound"))?.FileSystems?.[0];
  return found?.LifeCycleState === "deleted" ? undefined : found;
}

const available = (id: string, call: Call): Promise<true> =>
  call.wait(`EFS file system (${id}) available`, 600, async () =>
    (await described(id, call))?.LifeCycleState === "available" ? true : undefined,
  );

/** Throughput in MiB/s is sent in the mode that has it, and in no other. */
const throughput = ({ throughputMode, provisionedThroughputInMibps }: Args) => ({
  ThroughputMode: throughputMode as ThroughputMode | undefined,
  ...(throughputMode === "provisioned" && { ProvisionedThroughputInMibps: provisionedThroughputInMibps }),
});

async function putLifecycle(
  id: string,
  policies: readonly LifecyclePolicies[number][] | undefined,
  call: Call,
): Promise<void> {
  const LifecyclePolicies = toLifecyclePolicies(policies ?? []);
  await client(call).send(new PutLifecycleConfigurationCommand({ FileSystemId: id, LifecyclePolicies }));
}

async function putProtection(id: string, protection: Args["protection"], call: Call): Promise<void> {
  const mode = protection?.replicationOverwrite;
  if (mode === undefined) return;
  const command = new UpdateFileSystemProtectionCommand({
    FileSystemId: id,
    ReplicationOverwriteProtection: mode as ReplicationOverwriteProtection,
  });
  await client(call).send(command);
}

/** `aws:efs/fileSystem:FileSystem` */
export const fileSystem: AwsType<Args, State> = {
  title: "EFS file system",
  replaceOn: ["availabilityZoneName", "creationToken", "encrypted", "kmsKeyId", "performanceMode"],
  defaults: { throughputMode: "bursting" },
  decidedByCloud: [
    "availabilityZoneName",
    "creationToken",
    "encrypted",
    "kmsKeyId",
    "performanceMode",
    "protection",
  ],
  sets: ["lifecyclePolicies"],
  naming: { property: "creationToken", maxLength: 64 },
  validate: fileSystemFailures,
  async create(args, call) {
    const made = await client(call).send(
      new CreateFileSystemCommand({
        CreationToken: args.creationToken ?? "",
        AvailabilityZoneName: args.availabilityZoneName,
        Encrypted: args.encrypted,
        KmsKeyId: args.kmsKeyId,
        PerformanceMode: args.performanceMode as FileSystemDescription["PerformanceMode"],
        Tags: tagList(call.tags),
        ...throughput(args),
      }),
    );
    const id = call.made(made.FileSystemId ?? "");
    await available(id, call);
    if (args.lifecyclePolicies !== undefined) await putLifecycle(id, args.lifecyclePolicies, call);
    await putProtection(id, args.protection, call);
    return id;
  },
  async find(id, call) {
    const found = await described(id, call);
    if (found === undefined) return undefined;
    const lifecycle = await client(call).send(
      new DescribeLifecycleConfigurationCommand({ FileSystemId: id }),
    );
    const { SizeInBytes: size, FileSystemProtection: protection } = found;
    const state: State = {
      arn: found.FileSystemArn ?? "",
      availabilityZoneId: found.AvailabilityZoneId ?? "",
      availabilityZoneName: found.AvailabilityZoneName ?? "",
      creationToken: found.CreationToken ?? "",
      dnsName: fileSystemHost(call, id),
      encrypted: found.Encrypted ?? false,
      kmsKeyId: found.KmsKeyId ?? "",
      lifecyclePolicies: lifecyclePoliciesOf(lifecycle.LifecyclePolicies),
      name: found.Name ?? "",
      numberOfMountTargets: found.NumberOfMountTargets ?? 0,
      ownerId: found.OwnerId ?? "",
      performanceMode: found.PerformanceMode ?? "",
      protection: { replicationOverwrite: protection?.ReplicationOverwriteProtection ?? "ENABLED" },
      provisionedThroughputInMibps: found.ProvisionedThroughputInMibps,
      region: call.region,
      sizeInBytes: [
        {
          value: size?.Value ?? 0,
          valueInIa: size?.ValueInIA ?? 0,
          valueInStandard: size?.ValueInStandard ?? 0,
        },
      ],
      throughputMode: found.ThroughputMode,
      ...call.shownTags(found.Tags),
    };
    return { state };
  },
  async update(id, { news, state, tags }, call) {
    // Compared with what the cloud had, not with what was asked for: an update that broke off half-way is finished.
    const amount = news.throughputMode === "provisioned" ? news.provisionedThroughputInMibps : undefined;
    if (news.throughputMode !== state.throughputMode || amount !== state.provisionedThroughputInMibps) {
      await client(call).send(new UpdateFileSystemCommand({ FileSystemId: id, ...throughput(news) }));
      await available(id, call);
    }
    if (!equal(news.lifecyclePolicies ?? [], state.lifecyclePolicies ?? [])) {
      await putLifecycle(id, news.lifecyclePolicies, call);
    }
    if (!equal(news.protection ?? state.protection, state.protection))
      await putProtection(id, news.protection, call);
    await retag(id, tags, call);
  },
  async delete(id, _state, call) {
    await unlessMissing(
      client(call).send(new DeleteFileSystemCommand({ FileSystemId: id })),
      "FileSystemNotFound",
    );
    await call.wait(`EFS file system (${id}) delete`, 600, async () =>
      (await described(id, call)) === undefined ? true : undefined,
    );
  },
};
