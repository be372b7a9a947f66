import type { Fault } from "../settings/fault.ts";
import { regionOfKey } from "../settings/kmsKey.ts";
import type { FileSystemSettings, Settings } from "../settings/settings.ts";
import { show } from "../settings/show.ts";
import { partitionOfRegion, stackRegion } from "./region.ts";
import type { Site } from "./site.ts";

/** Whether what has to be in the stack's region is, and what must not be is not. The zones tell the region. */
export function regionFaults(settings: Pick<Settings, "fileSystem">, subnets: Site["subnets"] = {}): Fault[] {
  const { create } = settings.fileSystem;
  const region = stackRegion(settings, { subnets });
  if (create === undefined || region === undefined) return [];
  return [...keyFaults(create, region), ...replicaFaults(create, region)];
}

/** https://docs.aws.amazon.com/efs/latest/ug/EFSKMS.html */
function keyFaults({ kmsKeyArn }: FileSystemSettings, region: string): Fault[] {
  const found = regionOfKey(kmsKeyArn);
  if (found === undefined || found === region) return [];
  const path = "fileSystem.create.kmsKeyArn";
  return [
    {
      path,
      rule: `must be a key of the stack's region ${region}`,
      got: show(kmsKeyArn, path),
      fix: "Give a key of that region: EFS takes no other, nor does AWS Backup.",
    },
  ];
}

/** https://docs.aws.amazon.com/efs/latest/ug/efs-replication.html */
function replicaFaults({ replication }: FileSystemSettings, region: string): Fault[] {
  if (replication === undefined) return [];
  const path = "fileSystem.create.replication.region";
  const got = show(replication.region, path);
  const fix = "Choose another region of the same partition, or remove `replication`.";
  if (replication.region === region)
    return [{ path, rule: `must be another region than the stack's, ${region}`, got, fix }];
  return partitionOfRegion(replication.region) === partitionOfRegion(region)
    ? []
    : [{ path, rule: `must be of the stack's partition ${partitionOfRegion(region)}`, got, fix }];
}
