import type { Recorded } from "./exported.ts";
import { line } from "./shell.ts";

/** In a command: the id that the look printed. */
export const ID = "ID";

/** How a thing in AWS is found, and what is done about it. */
export interface AwsCommands {
  /** Prints its id, or nothing. */
  readonly look: string;
  /** Absent: it is imported. Made anew under another name by each attempt, it cannot be: the next update would replace it. */
  readonly remove?: string;
  /** What `pulumi import` takes. Default: the id. */
  readonly importId?: string;
}

/** Asks one AWS service for what it lists under `list`, filtered; prints one property of each. */
const find = (command: readonly string[], list: string, condition: string, property: string): string =>
  line("aws", ...command, "--query", `${list}[${condition}].${property}`, "--output", "text");

const is = (property: string, value: string): string => `?${property}=='${value}'`;

/**
 * By type; undefined: making it twice is making it once. Whatever our components make has to be here.
 * https://docs.aws.amazon.com/cli/latest/reference/
 */
export const awsCommands: Readonly<
  Record<string, undefined | ((cut: Recorded, recorded: readonly Recorded[]) => AwsCommands)>
> = {
  "aws:efs/fileSystem:FileSystem": ({ inputs }) => ({
    look: find(
      ["efs", "describe-file-systems", "--creation-token", text(inputs.creationToken), ...inRegion(inputs)],
      "FileSystems",
      "",
      "FileSystemId",
    ),
  }),
  "aws:efs/mountTarget:MountTarget": ({ inputs }) => ({
    look: find(
      ["efs", "describe-mount-targets", "--file-system-id", text(inputs.fileSystemId)],
      "MountTargets",
      is("SubnetId", text(inputs.subnetId)),
      "MountTargetId",
    ),
  }),
  "aws:efs/accessPoint:AccessPoint": ({ inputs, type }, recorded) => {
    // It has no name but a tag: those of the stack are left out.
    const known = recorded.filter((made) => made.type === type && made.id !== undefined);
    const name = is("Name", text((inputs.tags as Record<string, unknown> | undefined)?.Name));
    return {
      look: find(
        ["efs", "describe-access-points", "--file-system-id", text(inputs.fileSystemId)],
        "AccessPoints",
        [name, ...known.map(({ id }) => `AccessPointId!='${id ?? ""}'`)].join(" && "),
        "AccessPointId",
      ),
      remove: line("aws", "efs", "delete-access-point", "--access-point-id", ID),
    };
  },
  "aws:efs/replicationConfiguration:ReplicationConfiguration": ({ inputs }) => ({
    look: find(
      ["efs", "describe-replication-configurations"],
      "Replications",
      is("SourceFileSystemId", text(inputs.sourceFileSystemId)),
      "SourceFileSystemId",
    ),
  }),
  "aws:efs/backupPolicy:BackupPolicy": undefined,
  "aws:efs/fileSystemPolicy:FileSystemPolicy": undefined,
  "aws:ec2/securityGroup:SecurityGroup": ({ inputs }) => ({
    look: find(
      ["ec2", "describe-security-groups", "--filters", `Name=group-name,Values=${text(inputs.name)}`],
      "SecurityGroups",
      "",
      "GroupId",
    ),
    remove: line("aws", "ec2", "delete-security-group", "--group-id", ID),
  }),
  "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": ({ inputs }) => ({
    look: find(
      [
        ...["ec2", "describe-security-group-rules"],
        ...["--filters", `Name=group-id,Values=${text(inputs.securityGroupId)}`],
      ],
      "SecurityGroupRules",
      is("ReferencedGroupInfo.GroupId", text(inputs.referencedSecurityGroupId)),
      "SecurityGroupRuleId",
    ),
  }),
  "aws:iam/role:Role": ({ inputs }) => ({
    look: find(["iam", "list-roles"], "Roles", is("RoleName", text(inputs.name)), "RoleName"),
    remove: line("aws", "iam", "delete-role", "--role-name", ID),
  }),
  "aws:iam/rolePolicy:RolePolicy": undefined,
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment": undefined,
  "aws:eks/podIdentityAssociation:PodIdentityAssociation": ({ inputs }) => ({
    look: find(
      [
        ...["eks", "list-pod-identity-associations", "--cluster-name", text(inputs.clusterName)],
        ...["--namespace", text(inputs.namespace), "--service-account", text(inputs.serviceAccount)],
      ],
      "associations",
      "",
      "associationId",
    ),
    importId: `${text(inputs.clusterName)},${ID}`,
  }),
  "aws:eks/addon:Addon": ({ inputs }) => ({
    look: line(
      ...["aws", "eks", "list-addons", "--cluster-name", text(inputs.clusterName)],
      ...["--query", `addons[?@=='${text(inputs.addonName)}']`, "--output", "text"],
    ),
    importId: `${text(inputs.clusterName)}:${ID}`,
  }),
  "aws:backup/vault:Vault": ({ inputs }) => ({
    look: find(
      ["backup", "list-backup-vaults"],
      "BackupVaultList",
      is("BackupVaultName", text(inputs.name)),
      "BackupVaultName",
    ),
    remove: line("aws", "backup", "delete-backup-vault", "--backup-vault-name", ID),
  }),
  "aws:backup/plan:Plan": ({ inputs }) => ({
    look: find(
      ["backup", "list-backup-plans"],
      "BackupPlansList",
      is("BackupPlanName", text(inputs.name)),
      "BackupPlanId",
    ),
    remove: line("aws", "backup", "delete-backup-plan", "--backup-plan-id", ID),
  }),
  "aws:backup/selection:Selection": ({ inputs }) => ({
    look: find(
      ["backup", "list-backup-selections", "--backup-plan-id", text(inputs.planId)],
      "BackupSelectionsList",
      is("SelectionName", text(inputs.name)),
      "SelectionId",
    ),
    remove: line(
      ...["aws", "backup", "delete-backup-selection", "--backup-plan-id", text(inputs.planId)],
      ...["--selection-id", ID],
    ),
  }),
};

/** Of a resource in another region than the stack's. */
const inRegion = ({ region }: Recorded["inputs"]): string[] =>
  region === undefined ? [] : ["--region", text(region)];

const text = (value: unknown): string => (typeof value === "string" ? value : "");
