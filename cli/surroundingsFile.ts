import { z } from "zod";
import type { Surroundings } from "../components/surroundings/surroundings.ts";
import { formatPath } from "../components/settings/path.ts";
import { UsageError } from "./arguments.ts";

const rule = z.object({
  protocol: z.string(),
  fromPort: z.number(),
  toPort: z.number(),
  securityGroupId: z.string().exactOptional(),
  cidr: z.string().exactOptional(),
});

const fileSystem = z.object({
  arn: z.string(),
  encrypted: z.boolean(),
  oneZone: z.string().exactOptional(),
  overwriteProtection: z.string().default("ENABLED"),
  automaticBackups: z.boolean().exactOptional(),
  policy: z.unknown().exactOptional(),
  mountTargets: z.record(
    z.string(),
    z.object({
      id: z.string(),
      subnetId: z.string(),
      ipAddress: z.string(),
      vpcId: z.string(),
      securityGroupIds: z.array(z.string()),
    }),
  ),
  securityGroups: z.record(
    z.string(),
    z.object({ tags: z.record(z.string(), z.string()).default({}), ingress: z.array(rule) }),
  ),
  accessPoints: z
    .record(z.string(), z.object({ path: z.string(), tags: z.record(z.string(), z.string()) }))
    .default({}),
});

/** Keys that it does not name are ignored: a later release may write more. */
const shape = z.object({
  region: z.string(),
  accountId: z.string(),
  partition: z.string(),
  cluster: z.object({
    name: z.string(),
    arn: z.string(),
    endpoint: z.string(),
    version: z.string(),
    vpcId: z.string(),
    vpcCidrs: z.array(z.string()),
    vpcIpv6Cidrs: z.array(z.string()).exactOptional(),
    nodeSecurityGroupIds: z.array(z.string()),
    oidcProviderArn: z.string().exactOptional(),
    podIdentityAgent: z.boolean(),
    networkPolicy: z.boolean().exactOptional(),
    certificateAuthority: z.string().exactOptional(),
  }),
  subnets: z.record(z.string(), z.string()),
  fileSystems: z.record(z.string(), fileSystem).exactOptional(),
});

/** Reads what somebody looked up before, and says everything that it lacks. */
export function parseSurroundings(text: string): Surroundings {
  const result = shape.safeParse(parseJson(text));
  if (result.success) return result.data;
  const lacks = result.error.issues.map(({ path, message }) => `  "${formatPath(path)}": ${message}`);
  throw new UsageError(`it lacks what a plan needs:\n${lacks.join("\n")}`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new UsageError(`it is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}
