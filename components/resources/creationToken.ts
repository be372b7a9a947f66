import { createHash } from "node:crypto";
import type { FileSystemArgs } from "@pulumi/aws/efs/fileSystem.js";
import * as pulumi from "@pulumi/pulumi";

/** EFS takes 64 characters: the first are for people, the others tell one stack's from another's. */
const SHOWN = 43;
const TOLD_APART = 20;

/** A token out of the name of a thing, whose it is, and what it is for life. */
export function tokenOf(name: string, whose: readonly string[], forLife: readonly unknown[]): string {
  const hash = createHash("sha256")
    .update(JSON.stringify([name, whose, forLife]))
    .digest("hex");
  return `${name.slice(0, SHOWN)}-${hash.slice(0, TOLD_APART)}`;
}

/**
 * The token of a stack's file system: the same at each attempt to make it. So an update after one that was killed meets
 * what that one made and did not record, and says its id, instead of making a second file system. What cannot be
 * changed is part of it: where that is to be another, the new file system may stand beside the old one.
 * https://docs.aws.amazon.com/efs/latest/ug/API_CreateFileSystem.html
 */
export function creationToken(
  name: string,
  { performanceMode, availabilityZoneName, kmsKeyId }: FileSystemArgs,
): pulumi.Output<string> {
  const whose = [organization(), pulumi.getProject(), pulumi.getStack()];
  return pulumi
    .all([performanceMode, availabilityZoneName, kmsKeyId])
    .apply((forLife) => tokenOf(name, whose, forLife));
}

/** Pulumi's mocks have none unless they are given one. */
function organization(): string {
  try {
    return pulumi.getOrganization();
  } catch {
    return "organization";
  }
}
