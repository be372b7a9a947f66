import type { Plan } from "../components/plan/plan.ts";
import { isRecord } from "../components/settings/path.ts";
import { isOpaque, SECRET } from "../components/settings/secret.ts";

/** The parts of a plan in the order in which people read them. Parts that the list lacks follow. */
const order: readonly (keyof Plan)[] = [
  "userMode",
  "provisioning",
  "exampleHome",
  "fileSystem",
  "securityGroup",
  "mountTargets",
  "accessPoint",
  "persistentVolume",
  "persistentVolumeClaim",
  "standby",
  "storageClass",
  "volumesEnd",
  "sharedFolders",
  "sharedFoldersJob",
  "driver",
  "hub",
  "warnings",
];

/** A plan as JSON: the same plan is the same text, a secret is "[secret]", and what a mode lacks is absent. */
export function planJson(plan: Plan): string {
  const parts = Object.entries(plan).sort(([one], [other]) => rank(one) - rank(other));
  return JSON.stringify(hideSecrets(Object.fromEntries(parts)), undefined, 2);
}

const rank = (part: string): number => {
  const index = (order as readonly string[]).indexOf(part);
  return index === -1 ? order.length : index;
};

/** Before JSON.stringify sees it: an Output would be asked for its own JSON, and refuse. */
function hideSecrets(value: unknown): unknown {
  if (isOpaque(value)) return SECRET;
  if (Array.isArray(value)) return value.map(hideSecrets);
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, hideSecrets(item)]));
}
