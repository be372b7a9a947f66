import { CreateAddonCommand, CreateClusterCommand, type EKSClient } from "@aws-sdk/client-eks";
import { CreateRoleCommand, GetRoleCommand, type IAMClient } from "@aws-sdk/client-iam";

const kubernetesVersion = "1.34";
const addons = [
  // It enforces network policies only where somebody says so.
  { addonName: "vpc-cni", configurationValues: JSON.stringify({ enableNetworkPolicy: "true" }) },
  { addonName: "eks-pod-identity-agent" },
];

const trust = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: { Service: "eks.amazonaws.com" }, Action: "sts:AssumeRole" }],
});

/** The answer, or undefined when the service says that the thing is there already. */
async function unlessThere<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof Error && /^(EntityAlreadyExists|ResourceInUse)/.test(error.name)) return undefined;
    throw error;
  }
}

async function clusterRole(iam: IAMClient, RoleName: string): Promise<string> {
  const made = await unlessThere(
    iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument: trust })),
  );
  const role = made?.Role ?? (await iam.send(new GetRoleCommand({ RoleName }))).Role;
  return role?.Arn ?? "";
}

/**
 * An EKS cluster with the network plugin and the pod identity agent.
 * @returns its ARN
 */
export async function seedCluster(
  eks: EKSClient,
  iam: IAMClient,
  name: string,
  subnetIds: readonly string[],
): Promise<string> {
  const roleArn = await clusterRole(iam, `${name}-cluster`);
  const resourcesVpcConfig = { subnetIds: [...subnetIds] };
  await unlessThere(
    eks.send(new CreateClusterCommand({ name, roleArn, version: kubernetesVersion, resourcesVpcConfig })),
  );
  for (const addon of addons) {
    await unlessThere(eks.send(new CreateAddonCommand({ clusterName: name, ...addon })));
  }
  return roleArn
    .replace(":iam::", `:eks:${await eks.config.region()}:`)
    .replace(/:role\/.*/, `:cluster/${name}`);
}
