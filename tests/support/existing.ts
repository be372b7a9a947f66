import type { FoundFileSystem } from "../../components/surroundings/foundFileSystem.ts";
import type { Surroundings } from "../../components/surroundings/surroundings.ts";
import { surroundings } from "./settings.ts";

/** The file system that is there in tests. */
export const existingId = "fs-0123456789abcdef0";

const nodes = "sg-0123456789abcdef0";
export const theirGroup = "sg-00000000000000abc";

const target = (zone: "a" | "b", vpcId = "vpc-0123456789abcdef0") => ({
  id: `fsmt-0000000000000000${zone}`,
  subnetId: `subnet-0000000000000000${zone}`,
  ipAddress: `10.0.0.${zone === "a" ? 1 : 2}`,
  vpcId,
  securityGroupIds: [theirGroup],
});

/** A file system that has all that a hub needs. */
export const found: FoundFileSystem = {
  arn: `arn:aws:elasticfilesystem:us-east-1:123456789012:file-system/${existingId}`,
  encrypted: true,
  overwriteProtection: "ENABLED",
  automaticBackups: true,
  mountTargets: { "us-east-1a": target("a"), "us-east-1b": target("b") },
  securityGroups: {
    [theirGroup]: {
      tags: {},
      ingress: [{ protocol: "tcp", fromPort: 2049, toPort: 2049, securityGroupId: nodes }],
    },
  },
  accessPoints: {},
  policy: {
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Principal: { AWS: "*" },
        Action: ["ClientMount", "ClientWrite", "ClientRootAccess"].map((name) => `elasticfilesystem:${name}`),
        Condition: { Bool: { "elasticfilesystem:AccessedViaMountTarget": "true" } },
      },
    ],
  },
};

/** The same with its mount targets in another VPC. */
export const foundElsewhere: FoundFileSystem = {
  ...found,
  mountTargets: { "us-east-1a": target("a", "vpc-00000000000000000") },
};

/** The tests' place, with this file system in it; or with none. */
export const placeWith = (fileSystem: FoundFileSystem | undefined): Surroundings => ({
  ...surroundings,
  fileSystems: fileSystem === undefined ? {} : { [existingId]: fileSystem },
});

/** The settings of a stack that takes it. */
export const adopting = ({ existing = {}, ...more }: Record<string, unknown> = {}) => ({
  fileSystem: { existing: { id: existingId, ...(existing as object) } },
  homesPath: "/homes",
  usernames: "safe",
  ...more,
});
