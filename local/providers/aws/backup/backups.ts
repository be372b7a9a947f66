import {
  BackupClient,
  ListTagsCommand,
  TagResourceCommand,
  UntagResourceCommand,
} from "@aws-sdk/client-backup";
import type { Failure } from "../../engine/resourceType.ts";
import { unknown } from "../../engine/values.ts";
import type { Call } from "../call.ts";
import type { TagChange, Tags } from "../tags.ts";

/** The client of AWS Backup in this call's region. */
export const backups = (call: Call): BackupClient => call.client("backup", BackupClient);

/** The tags of anything of AWS Backup. */
export async function tagsOf(ResourceArn: string, call: Call): Promise<Tags> {
  const command = new ListTagsCommand({ ResourceArn });
  return (await backups(call).send(command, { abortSignal: call.signal })).Tags ?? {};
}

/** Changes the tags of anything of AWS Backup. */
export async function retag(arn: string, change: TagChange | undefined, call: Call): Promise<void> {
  if (change === undefined) return;
  if (change.remove.length > 0) {
    const TagKeyList = [...change.remove];
    await backups(call).send(new UntagResourceCommand({ ResourceArn: arn, TagKeyList }));
  }
  if (Object.keys(change.set).length > 0) {
    await backups(call).send(new TagResourceCommand({ ResourceArn: arn, Tags: { ...change.set } }));
  }
}

/** The characters and the length that AWS Backup takes in a name. */
export function nameFailures(property: string, name: string | undefined, allowed: RegExp): Failure[] {
  if (name === undefined || name === unknown || allowed.test(name)) return [];
  return [{ property, reason: `${name} does not match ${allowed.source}` }];
}
