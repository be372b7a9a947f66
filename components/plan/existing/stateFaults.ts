import type { Fault } from "../../settings/fault.ts";
import { type Adoption, theirTargets, wrong } from "./adoption.ts";

/** What a file system is, and cannot be changed by us. */
export const stateFaults = (adoption: Adoption): Fault[] => [
  ...encryption(adoption),
  ...replication(adoption),
  ...network(adoption),
];

/** https://docs.aws.amazon.com/efs/latest/ug/encryption-at-rest.html */
function encryption(adoption: Adoption): Fault[] {
  const { found, settings } = adoption;
  if (found.encrypted || settings.fileSystem.existing?.requireEncryption === false) return [];
  return [
    wrong(
      adoption,
      "must be encrypted at rest, which cannot be added later",
      "Move the homes to an encrypted file system (a backup restores into one), or say `fileSystem.existing.requireEncryption: false` to use it as it is.",
    ),
  ];
}

/** https://docs.aws.amazon.com/efs/latest/ug/API_FileSystemProtectionDescription.html */
function replication(adoption: Adoption): Fault[] {
  const { id, found, surroundings } = adoption;
  const { overwriteProtection } = found;
  if (overwriteProtection === "ENABLED") return [];
  return [
    overwriteProtection === "REPLICATING"
      ? wrong(
          adoption,
          "must be writable: it is the destination of a replication, and only that writes to it",
          "Delete the replication (aws efs delete-replication-configuration, by its source) to use the copy, or name the source.",
        )
      : wrong(
          adoption,
          "must be protected from being overwritten by a replication, and its protection is off",
          `Switch it on: \`aws efs update-file-system-protection --region ${surroundings.region} --file-system-id ${id} --replication-overwrite-protection ENABLED\`.`,
        ),
  ];
}

/** All mount targets of a file system are in one VPC; without one it can be of any. */
function network(adoption: Adoption): Fault[] {
  const { vpcId } = adoption.surroundings.cluster;
  const [other] = strangeVpcs(adoption);
  if (other === undefined) return [];
  return [
    wrong(
      adoption,
      `must be in the cluster's VPC ${vpcId}, and its mount targets are in ${other}`,
      "A file system serves one VPC: name one that serves the cluster's. EFS takes mount targets in another VPC once the old ones are deleted, which cuts off whoever uses them.",
    ),
  ];
}

/** The VPCs of mount targets that the cluster's nodes do not reach. */
export const strangeVpcs = (adoption: Adoption): string[] =>
  theirTargets(adoption)
    .map(([, { vpcId }]) => vpcId)
    .filter((vpcId) => vpcId !== adoption.surroundings.cluster.vpcId);
