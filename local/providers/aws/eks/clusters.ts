import { EKSClient, TagResourceCommand, UntagResourceCommand } from "@aws-sdk/client-eks";
import type { Call } from "../call.ts";
import type { TagChange } from "../tags.ts";

/** The client of EKS in this call's region. */
export const eks = (call: Call): EKSClient => call.client("eks", EKSClient);

/** Changes the tags of anything of EKS. */
export async function retag(arn: string, change: TagChange | undefined, call: Call): Promise<void> {
  if (change === undefined) return;
  if (change.remove.length > 0) {
    await eks(call).send(new UntagResourceCommand({ resourceArn: arn, tagKeys: [...change.remove] }));
  }
  if (Object.keys(change.set).length > 0) {
    await eks(call).send(new TagResourceCommand({ resourceArn: arn, tags: { ...change.set } }));
  }
}

/** A time as the official provider writes it. */
export const timeOf = (time: Date | undefined): string => time?.toISOString().replace(".000Z", "Z") ?? "";
