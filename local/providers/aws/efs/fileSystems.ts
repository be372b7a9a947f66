import { EFSClient, TagResourceCommand, UntagResourceCommand } from "@aws-sdk/client-efs";
import type { Call } from "../call.ts";
import { type TagChange, tagList } from "../tags.ts";

/** The ARN of a file system of this account. */
export const fileSystemArn = (call: Call, id: string): Promise<string> =>
  call.arn("elasticfilesystem", `file-system/${id}`);

/** The name by which clients mount a file system, through the mount target of their own zone. */
export const fileSystemHost = (call: Call, id: string): string => call.hostname(`${id}.efs`);

/** Changes the tags of a file system or an access point. */
export async function retag(id: string, change: TagChange | undefined, call: Call): Promise<void> {
  if (change === undefined) return;
  const client = call.client("efs", EFSClient);
  if (change.remove.length > 0) {
    await client.send(new UntagResourceCommand({ ResourceId: id, TagKeys: [...change.remove] }));
  }
  if (Object.keys(change.set).length > 0) {
    await client.send(new TagResourceCommand({ ResourceId: id, Tags: tagList(change.set) }));
  }
}
