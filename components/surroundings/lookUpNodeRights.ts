import { getNodeGroup } from "@pulumi/aws/eks/getNodeGroup.js";
import { getNodeGroups } from "@pulumi/aws/eks/getNodeGroups.js";
import type { GetClusterResult } from "@pulumi/aws/eks/getCluster.js";
import { getPrincipalPolicySimulation } from "@pulumi/aws/iam/getPrincipalPolicySimulation.js";
import { autoModeConfigs } from "./autoMode.ts";
import { fileSystemArn } from "../plan/efsArns.ts";
import { clientActions } from "../plan/fileSystemPolicy.ts";
import type { FoundCluster } from "./lookUpCluster.ts";
import type { NodeRights } from "./surroundings.ts";

/** One that is still to be made has no id yet: any will do, as roles' rights seldom name one. */
const ANY_ID = "fs-00000000000000000";

/**
 * Which of the cluster's nodes have a role that may mount a file system by itself, whatever its policy says. Never fails:
 * it needs permissions that the rest does not. Nodes that no managed node group has made are not seen.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_testing-policies.html
 */
export async function lookUpNodeRights(found: FoundCluster, fileSystemId = ANY_ID): Promise<NodeRights> {
  try {
    const roles = await nodeRoles(found.described);
    const resource = fileSystemArn(found, fileSystemId);
    const rights = await Promise.all(
      roles.map(async (role) => [role, await rightsOf(role, resource)] as const),
    );
    return { ofRoles: Object.fromEntries(rights.filter(([, actions]) => actions.length > 0)) };
  } catch (error) {
    return { ofRoles: {}, unknown: causeOf(error) };
  }
}

/** Of managed node groups, and of Auto Mode. */
async function nodeRoles(cluster: GetClusterResult): Promise<string[]> {
  const { name: clusterName } = cluster;
  const { names } = await getNodeGroups({ clusterName });
  const groups = await Promise.all(
    names.map((nodeGroupName) => getNodeGroup({ clusterName, nodeGroupName })),
  );
  const roles = [...groups, ...autoModeConfigs(cluster)].map(({ nodeRoleArn }) => nodeRoleArn);
  return [...new Set(roles.filter((arn) => arn !== ""))].sort();
}

async function rightsOf(policySourceArn: string, resource: string): Promise<string[]> {
  const { results } = await getPrincipalPolicySimulation({
    actionNames: [...clientActions],
    policySourceArn,
    resourceArns: [resource],
    contexts: [
      { key: "elasticfilesystem:AccessedViaMountTarget", type: "boolean", values: ["true"] },
      { key: "aws:SecureTransport", type: "boolean", values: ["true"] },
    ],
  });
  return results.filter(({ allowed }) => allowed).map(({ actionName }) => actionName.replace(/^.*:/, ""));
}

/** The SDK wraps what the provider said. */
const causeOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(/^.*?returned an error: /s, "").trim();
