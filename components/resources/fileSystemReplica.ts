import { FileSystem } from "@pulumi/aws/efs/fileSystem.js";
import { getFileSystem } from "@pulumi/aws/efs/getFileSystem.js";
import { ReplicationConfiguration } from "@pulumi/aws/efs/replicationConfiguration.js";
import * as pulumi from "@pulumi/pulumi";
import type { ReplicationPlan } from "../plan/copies.ts";
import { mayBeOverwritten, releasedReplica, replicaToken } from "../plan/replication.ts";
import { unlessMissing } from "../surroundings/notFound.ts";
import type { Copied } from "./copied.ts";
import { holdsData } from "./protection.ts";

/**
 * A replica in another region. The replication depends on both file systems, so it ends before either goes, as EFS
 * demands. https://docs.aws.amazon.com/efs/latest/ug/delete-replications.html
 */
export function makeReplica(name: string, plan: ReplicationPlan, copied: Copied): void {
  const { parent, fileSystem: source, dataProtection } = copied;
  const { region, kmsKeyId = "" } = plan.replica;
  // The replication too: a replica that is none any more falls behind, and takes writes.
  const opts = { parent, ...holdsData(dataProtection) };
  const creationToken = pulumi.all([source.id, kmsKeyId]).apply(([id, key]) => replicaToken(id, key));
  const replica = new FileSystem(
    `${name}-replica`,
    {
      ...plan.replica,
      creationToken,
      protection: creationToken.apply((token) => protectionFor(token, region, parent)),
    },
    opts,
  );
  new ReplicationConfiguration(
    `${name}-replication`,
    { sourceFileSystemId: source.id, destination: { region, fileSystemId: replica.id } },
    {
      ...opts,
      // A file system has one replication: the old one ends before the new one begins.
      deleteBeforeReplace: true,
    },
  );
}

/**
 * What to ask EFS for. Nothing of a replica: it says REPLICATING then, which a refresh reads, and the provider refuses
 * as an argument, even an ignored one (https://github.com/pulumi/pulumi-aws/issues/6041). And nothing of one that takes
 * writes: EFS itself then refuses to overwrite it.
 */
async function protectionFor(
  creationToken: string,
  region: string,
  parent: pulumi.Resource,
): Promise<{ replicationOverwrite: string } | undefined> {
  const found = await unlessMissing(getFileSystem({ creationToken, region }, { parent }));
  const [protection] = found?.protections ?? [];
  if (found === undefined || protection?.replicationOverwrite === mayBeOverwritten.replicationOverwrite)
    return mayBeOverwritten;
  if (protection?.replicationOverwrite === "ENABLED")
    await pulumi.log.warn(releasedReplica(found.fileSystemId, region));
  return undefined;
}
