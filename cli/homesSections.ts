import type { Plan } from "../components/plan/plan.ts";
import { reasons } from "../components/plan/reasons.ts";
import { Provisioning, UserMode } from "../components/settings/choices.ts";
import type { ProgramSettings } from "../components/settings/settings.ts";
import { shown } from "./shown.ts";
import type { Row, Section } from "./table.ts";

/** Who runs as what, and where homes are: what a reader wants to know first. */
export function homes(settings: ProgramSettings, plan: Plan): Section {
  const { userMode, provisioning, posix } = settings;
  const owner = `${posix.uid}:${posix.gid}`;
  return {
    title: "Homes",
    rows: [
      {
        label: "servers run as",
        value: userMode === UserMode.Root ? `root, then ${owner}` : owner,
        reason: reasons.identity(settings),
      },
      {
        label: "volumes",
        value: provisioning === Provisioning.Static ? "one for all, a directory per user" : "one per user",
        reason: reasons.provisioning(settings),
      },
      { label: "bob.smith's home", value: plan.exampleHome, reason: reasons.exampleHome() },
      { label: "directory", value: settings.homeDirectory, reason: reasons.homeDirectory(settings) },
      ...sharedRows(plan),
    ],
  };
}

/** Where each shared folder lies, and where servers have it. */
const sharedRows = ({ sharedFolders = {} }: Plan): Row[] =>
  Object.entries(sharedFolders).map(([name, { path, writers }]) => ({
    label: "shared folder",
    value: `${path}, in servers ~/shared/${name}`,
    reason: reasons.sharedFolder(writers),
  }));

/** How homes are reached: both access paths, or the storage class. */
export function access(settings: ProgramSettings, plan: Plan): Section[] {
  if (plan.storageClass) return [storageClass(plan.storageClass, plan.volumesEnd !== undefined)];
  const { accessPoint, persistentVolume, persistentVolumeClaim, standby } = plan;
  const other = settings.userMode === UserMode.Root ? UserMode.NonRoot : UserMode.Root;
  return [
    ...(accessPoint && persistentVolume && persistentVolumeClaim
      ? [
          {
            title: "Access, in use",
            rows: accessRows(settings, { accessPoint, persistentVolume, persistentVolumeClaim }),
          },
        ]
      : []),
    ...(standby
      ? [
          {
            title: "Access, standing by",
            rows: standbyRows(settings, standby, other),
          },
        ]
      : []),
  ];
}

/** The same three; why they are there is said once. */
const standbyRows = (settings: ProgramSettings, path: NonNullable<Plan["standby"]>, other: UserMode): Row[] =>
  accessRows(settings, path).map(({ label, value }, index) => ({
    label,
    value,
    ...(index === 0 && { reason: reasons.standby(other) }),
  }));

function accessRows(settings: ProgramSettings, path: NonNullable<Plan["standby"]>): Row[] {
  const { posix, homesPath } = settings;
  const enforces = path.accessPoint.posixUser !== undefined;
  const { namespace, name } = path.persistentVolumeClaim.metadata;
  return [
    {
      label: "access point",
      value: enforces ? `${homesPath}, all as ${posix.uid}:${posix.gid}` : `${homesPath}, any user`,
      reason: reasons.accessPoint(enforces),
    },
    { label: "volume", value: path.persistentVolume.metadata.name, reason: reasons.volume() },
    { label: "claim", value: `${namespace}/${name}`, reason: reasons.claim() },
  ];
}

const storageClass = (
  { metadata, parameters, reclaimPolicy }: NonNullable<Plan["storageClass"]>,
  isEnded: boolean,
): Section => ({
  title: "Access",
  rows: [
    { label: "storage class", value: metadata.name, reason: reasons.storageClass(reclaimPolicy) },
    {
      label: "directories",
      value: `in ${shown(parameters.basePath)}, mode ${shown(parameters.directoryPerms)}`,
      reason: reasons.directories(),
    },
    {
      label: "owner",
      value: `${shown(parameters.uid)}:${shown(parameters.gid)}`,
      reason: reasons.accessPoint(true),
    },
    ...(isEnded
      ? [{ label: "at a destroy", value: "volumes and their access points go", reason: reasons.volumesEnd() }]
      : []),
  ],
});
