import type { AnyAwsType } from "./awsType.ts";
import type { AnyAwsFunction } from "./function.ts";

/** The resource types that the stand-in has, by the SDK's module: each is loaded when a program uses it. */
const types: Readonly<Record<string, () => Promise<AnyAwsType>>> = {
  "backup/plan": async () => (await import("./backup/plan.ts")).plan,
  "backup/selection": async () => (await import("./backup/selection.ts")).selection,
  "backup/vault": async () => (await import("./backup/vault.ts")).vault,
  "ec2/securityGroup": async () => (await import("./ec2/securityGroup.ts")).securityGroup,
  "efs/accessPoint": async () => (await import("./efs/accessPoint.ts")).accessPoint,
  "efs/backupPolicy": async () => (await import("./efs/backupPolicy.ts")).backupPolicy,
  "efs/fileSystem": async () => (await import("./efs/fileSystem.ts")).fileSystem,
  "efs/fileSystemPolicy": async () => (await import("./efs/fileSystemPolicy.ts")).fileSystemPolicy,
  "efs/mountTarget": async () => (await import("./efs/mountTarget.ts")).mountTarget,
  "efs/replicationConfiguration": async () =>
    (await import("./efs/replicationConfiguration.ts")).replicationConfiguration,
  "eks/addon": async () => (await import("./eks/addon.ts")).addon,
  "eks/podIdentityAssociation": async () =>
    (await import("./eks/podIdentityAssociation.ts")).podIdentityAssociation,
  "iam/policy": async () => (await import("./iam/policy.ts")).policy,
  "iam/role": async () => (await import("./iam/role.ts")).role,
  "iam/rolePolicy": async () => (await import("./iam/rolePolicy.ts")).rolePolicy,
  "iam/rolePolicyAttachment": async () =>
    (await import("./iam/rolePolicyAttachment.ts")).rolePolicyAttachment,
  "vpc/securityGroupEgressRule": async () =>
    (await import("./vpc/securityGroupEgressRule.ts")).securityGroupEgressRule,
  "vpc/securityGroupIngressRule": async () =>
    (await import("./vpc/securityGroupIngressRule.ts")).securityGroupIngressRule,
};

/** The functions, likewise. */
const functions: Readonly<Record<string, () => Promise<AnyAwsFunction>>> = {
  "backup/getVault": async () => (await import("./backup/getVault.ts")).getVault,
  "cloudcontrol/getResource": async () => (await import("./cloudcontrol/getResource.ts")).getResource,
  "ec2/getNetworkInterface": async () => (await import("./ec2/getNetworkInterface.ts")).getNetworkInterface,
  "ec2/getNetworkInterfaces": async () =>
    (await import("./ec2/getNetworkInterfaces.ts")).getNetworkInterfaces,
  "ec2/getSecurityGroup": async () => (await import("./ec2/getSecurityGroup.ts")).getSecurityGroup,
  "ec2/getSecurityGroups": async () => (await import("./ec2/getSecurityGroups.ts")).getSecurityGroups,
  "ec2/getSubnet": async () => (await import("./ec2/getSubnet.ts")).getSubnet,
  "ec2/getSubnets": async () => (await import("./ec2/getSubnets.ts")).getSubnets,
  "ec2/getVpc": async () => (await import("./ec2/getVpc.ts")).getVpc,
  "efs/getAccessPoint": async () => (await import("./efs/getAccessPoint.ts")).getAccessPoint,
  "efs/getFileSystem": async () => (await import("./efs/getFileSystem.ts")).getFileSystem,
  "efs/getMountTarget": async () => (await import("./efs/getMountTarget.ts")).getMountTarget,
  "eks/getAddon": async () => (await import("./eks/getAddon.ts")).getAddon,
  "eks/getNodeGroup": async () => (await import("./eks/getNodeGroup.ts")).getNodeGroup,
  "eks/getNodeGroups": async () => (await import("./eks/getNodeGroups.ts")).getNodeGroups,
  "iam/getPrincipalPolicySimulation": async () =>
    (await import("./iam/getPrincipalPolicySimulation.ts")).getPrincipalPolicySimulation,
  "eks/getCluster": async () => (await import("./eks/getCluster.ts")).getCluster,
  "iam/getOpenIdConnectProvider": async () =>
    (await import("./iam/getOpenIdConnectProvider.ts")).getOpenIdConnectProvider,
  getCallerIdentity: async () => (await import("./account/getCallerIdentity.ts")).getCallerIdentity,
  getPartition: async () => (await import("./account/getPartition.ts")).getPartition,
  getRegion: async () => (await import("./account/getRegion.ts")).getRegion,
  "resourcegroupstaggingapi/getResources": async () =>
    (await import("./resourcegroupstaggingapi/getResources.ts")).getResources,
  "vpc/getSecurityGroupRule": async () =>
    (await import("./vpc/getSecurityGroupRule.ts")).getSecurityGroupRule,
  "vpc/getSecurityGroupRules": async () =>
    (await import("./vpc/getSecurityGroupRules.ts")).getSecurityGroupRules,
};

/** `aws:efs/fileSystem:FileSystem` is declared in the SDK's module `efs/fileSystem`. */
export const moduleOf = (token: string): string => (token.split(":")[1] ?? "").replace(/^index\//, "");

/** The resource type of a module. */
export const typeOf = (module: string): Promise<AnyAwsType> | undefined => types[module]?.();

/** The function of a module. */
export const functionOf = (module: string): Promise<AnyAwsFunction> | undefined => functions[module]?.();

/** Every module that has a resource type, for tests. */
export const typeModules: readonly string[] = Object.keys(types);

/** Every module that has a function, for tests. */
export const functionModules: readonly string[] = Object.keys(functions);
