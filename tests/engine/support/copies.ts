import {
  BackupClient,
  ListBackupPlansCommand,
  ListBackupSelectionsCommand,
  ListBackupVaultsCommand,
} from "@aws-sdk/client-backup";
import {
  DescribeBackupPolicyCommand,
  DescribeFileSystemsCommand,
  EFSClient,
  type FileSystemDescription,
} from "@aws-sdk/client-efs";
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
