import {
  CreateReplicationConfigurationCommand,
  DeleteReplicationConfigurationCommand,
  DescribeReplicationConfigurationsCommand,
  EFSClient,
  type ReplicationConfigurationDescription,
} from "@aws-sdk/client-efs";
import type {
  ReplicationConfiguration,
  ReplicationConfigurationArgs,
} from "@pulumi/aws/efs/replicationConfiguration.js";
import { isProperties } from "../../engine/values.ts";
import { unlessMissing } from "../apiError.ts";
import type { ArgsOf, AwsType, StateOf } from "../awsType.ts";
import type { Call } from "../call.ts";

type Args = ArgsOf<ReplicationConfigurationArgs>;
type State = StateOf<ReplicationConfiguration>;

const missing = ["FileSystemNotFound", "ReplicationNotFound"] as const;

async function described(
  id: string,
  call: Call,
  region?: string,
): Promise<ReplicationConfigurationDescription | undefined> {
  const command = new DescribeReplicationConfigurationsCommand({ FileSystemId: id });
  const answer = call.client("efs", EFSClient, region).send(command, { abortSignal: call.signal });
  const found = (await unlessMissing(answer, ...missing))?.Replications?.[0];
  return found?.Destinations?.length ? found : undefined;
}

async function remove(id: string, call: Call, region?: string): Promise<void> {
  const command = new DeleteReplicationConfigurationCommand({ SourceFileSystemId: id });
  await unlessMissing(call.client("efs", EFSClient, region).send(command), ...missing);
  await call.wait(`EFS Replication Configuration (${id}) delete`, 1200, async () =>
    (await described(id, call, region)) === undefined ? true : undefined,
  );
}

/** A time as the official provider, which is written in Go, prints one. */
const timeOf = (time: Date | undefined): string =>
  (time ?? new Date(0)).toISOString().replace("T", " ").replace("Z", " +0000 UTC");

/** `aws:efs/replicationConfiguration:ReplicationConfiguration`: its id is that of the source; it is for life. */
export const replicationConfiguration: AwsType<Args, State> = {
  title: "EFS Replication Configuration",
  replaceOn: ["destination", "sourceFileSystemId"],
  decidedByCloud: ["destination.fileSystemId", "destination.region", "destination.status"],
  validate: ({ destination }) =>
    isProperties(destination) && !("region" in destination) && !("availabilityZoneName" in destination)
      ? [{ property: "destination", reason: "one of `availabilityZoneName,region` must be specified" }]
      : [],
  async create({ destination, sourceFileSystemId: id }, call) {
    await call.client("efs", EFSClient).send(
      new CreateReplicationConfigurationCommand({
        SourceFileSystemId: id,
        Destinations: [
          {
            AvailabilityZoneName: destination.availabilityZoneName,
            FileSystemId: destination.fileSystemId,
            KmsKeyId: destination.kmsKeyId,
            Region: destination.region,
          },
        ],
      }),
    );
    call.made(id);
    await call.wait(`EFS Replication Configuration (${id}) create`, 1200, async () =>
      (await described(id, call))?.Destinations?.[0]?.Status === "ENABLED" ? true : undefined,
    );
    return id;
  },
  async find(id, call, last) {
    const found = await described(id, call);
    const [destination] = found?.Destinations ?? [];
    if (found === undefined || destination === undefined) return undefined;
    // The API does not tell these two back.
    const { availabilityZoneName, kmsKeyId } = last.destination ?? {};
    const state: State = {
      creationTime: timeOf(found.CreationTime),
      destination: {
        ...(availabilityZoneName !== undefined && { availabilityZoneName }),
        fileSystemId: destination.FileSystemId ?? "",
        ...(kmsKeyId !== undefined && { kmsKeyId }),
        region: destination.Region ?? "",
        status: destination.Status ?? "",
      },
      originalSourceFileSystemArn: found.OriginalSourceFileSystemArn ?? "",
      region: call.region,
      sourceFileSystemArn: found.SourceFileSystemArn ?? "",
      sourceFileSystemId: found.SourceFileSystemId ?? id,
      sourceFileSystemRegion: found.SourceFileSystemRegion ?? "",
    };
    return { state };
  },
  async delete(id, { destination }, call) {
    // From where the destination is, as AWS once demanded; then from here.
    await remove(id, call, destination.region);
    await remove(id, call);
  },
};
