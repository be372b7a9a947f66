import {
  BackupClient,
  type BackupSelection,
  DeleteBackupPlanCommand,
  DeleteBackupSelectionCommand,
  DeleteBackupVaultCommand,
  GetBackupPlanCommand,
  GetBackupSelectionCommand,
  ListBackupPlansCommand,
  ListBackupSelectionsCommand,
  ListBackupVaultsCommand,
} from "@aws-sdk/client-backup";
import {
  DeleteFileSystemCommand,
  DeleteReplicationConfigurationCommand,
  DescribeBackupPolicyCommand,
  DescribeFileSystemsCommand,
  EFSClient,
  type FileSystemDescription,
} from "@aws-sdk/client-efs";
import {
  DeleteRoleCommand,
  DetachRolePolicyCommand,
  IAMClient,
  ListAttachedRolePoliciesCommand,
} from "@aws-sdk/client-iam";
import { type FileSystemChoiceArgs, lookUpCluster, SharedFileSystem } from "../../../components/index.ts";
import type { DataProtection } from "../../../components/settings/choices.ts";
import type { Program } from "../aws/trial.ts";
import { efs, subnetsByZone } from "./cloud.ts";

/** Where replicas are, and AWS as it is there. */
export const elsewhere = "eu-west-1";
export const efsElsewhere = new EFSClient({ region: elsewhere });
export const backup = new BackupClient();

/** A stack of a file system with one mount target, and with whatever copies of it. */
export const homes =
  (create: FileSystemChoiceArgs["create"], dataProtection: DataProtection = "delete"): Program =>
  async () => {
    const { cluster } = await lookUpCluster("local");
    const zone = "us-east-1a";
    const { fileSystemId } = new SharedFileSystem("homes", {
      vpcId: cluster.vpcId,
      subnets: { [zone]: (await subnetsByZone())[zone]?.[0] ?? "" },
      clientSecurityGroups: { nodes: cluster.nodeSecurityGroupIds[0] ?? "" },
      fileSystem: { create },
      dataProtection,
    });
    return { id: fileSystemId };
  };

/** Whether EFS's automatic backups are on. */
export async function automaticBackups(FileSystemId: string): Promise<string | undefined> {
  return (await efs.send(new DescribeBackupPolicyCommand({ FileSystemId }))).BackupPolicy?.Status;
}

/** The file systems of the other region. */
export async function replicas(): Promise<FileSystemDescription[]> {
  return (await efsElsewhere.send(new DescribeFileSystemsCommand())).FileSystems ?? [];
}

/** Every backup plan with its selections, and every vault, by name. */
export async function backupsInCloud(): Promise<{ plans: string[]; selections: string[]; vaults: string[] }> {
  const { BackupPlansList = [] } = await backup.send(new ListBackupPlansCommand());
  const { BackupVaultList = [] } = await backup.send(new ListBackupVaultsCommand());
  const selections = await Promise.all(
    BackupPlansList.map(({ BackupPlanId }) => backup.send(new ListBackupSelectionsCommand({ BackupPlanId }))),
  );
  return {
    plans: BackupPlansList.map(({ BackupPlanName = "" }) => BackupPlanName),
    selections: selections.flatMap(({ BackupSelectionsList = [] }) =>
      BackupSelectionsList.map(({ SelectionName = "" }) => SelectionName),
    ),
    vaults: BackupVaultList.map(({ BackupVaultName = "" }) => BackupVaultName),
  };
}

/** The only plan there is, with its selection. */
export async function thePlan() {
  const { BackupPlansList: [listed] = [] } = await backup.send(new ListBackupPlansCommand());
  const BackupPlanId = listed?.BackupPlanId;
  const { BackupPlan } = await backup.send(new GetBackupPlanCommand({ BackupPlanId }));
  const { BackupSelectionsList: [chosen] = [] } = await backup.send(
    new ListBackupSelectionsCommand({ BackupPlanId }),
  );
  const SelectionId = chosen?.SelectionId;
  const { BackupSelection } = await backup.send(new GetBackupSelectionCommand({ BackupPlanId, SelectionId }));
  return { BackupPlanId, SelectionId, rule: BackupPlan?.Rules?.[0], selection: BackupSelection };
}

export const roleOf = (selection: BackupSelection | undefined) => selection?.IamRoleArn?.split("/").at(-1);

/** Removes by hand what a stack kept of its backups: the only plan, with its selection, vault and role. */
export async function removeThePlan(): Promise<void> {
  const { BackupPlanId, SelectionId, rule, selection } = await thePlan();
  await backup.send(new DeleteBackupSelectionCommand({ BackupPlanId, SelectionId }));
  await backup.send(new DeleteBackupPlanCommand({ BackupPlanId }));
  await backup.send(new DeleteBackupVaultCommand({ BackupVaultName: rule?.TargetBackupVaultName }));
  const [iam, RoleName] = [new IAMClient(), roleOf(selection)];
  const { AttachedPolicies = [] } = await iam.send(new ListAttachedRolePoliciesCommand({ RoleName }));
  for (const { PolicyArn } of AttachedPolicies)
    await iam.send(new DetachRolePolicyCommand({ RoleName, PolicyArn }));
  await iam.send(new DeleteRoleCommand({ RoleName }));
}

/** Removes by hand a replica that a stack kept. */
export async function removeTheReplica(SourceFileSystemId: string): Promise<void> {
  const [replica] = await replicas();
  await efs.send(new DeleteReplicationConfigurationCommand({ SourceFileSystemId }));
  await efsElsewhere.send(new DeleteFileSystemCommand({ FileSystemId: replica?.FileSystemId }));
}
