import { reasons } from "../components/plan/reasons.ts";
import type { BackupSettings, FileSystemSettings } from "../components/settings/settings.ts";
import { days } from "./days.ts";
import { shown } from "./shown.ts";
import type { Row } from "./table.ts";

/** What keeps copies of the homes, and where. */
export const copies = ({ backup, kmsKeyArn, replication }: FileSystemSettings): Row[] => [
  ...backups(backup, kmsKeyArn),
  ...(replication === undefined
    ? []
    : [{ label: "replica", value: replication.region, reason: reasons.replica() }]),
];

function backups(backup: BackupSettings, kmsKeyArn: FileSystemSettings["kmsKeyArn"]): Row[] {
  if (backup === false) return [{ label: "backup", value: "none", reason: reasons.noBackup() }];
  if (backup === true)
    return [{ label: "backup", value: "automatic, daily", reason: reasons.automaticBackup() }];
  const { schedule, retentionDays, vault } = backup;
  return [
    {
      label: "backup",
      value: `${schedule} UTC`,
      reason: reasons.ownBackup(days(retentionDays)),
    },
    {
      label: "backup vault",
      value: vault === undefined ? "made" : shown(vault),
      reason: vault === undefined ? reasons.madeVault(kmsKeyArn) : reasons.existingVault(),
    },
  ];
}
