import type { Plan } from "../components/plan/plan.ts";
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
  "driver",
  "hub",
  "warnings",
];

/** A plan as JSON: the same plan is the same text, a secret is "[secret]", and what a mode lacks is absent. */
export function planJson(plan: Plan): string {
  const parts = Object.entries(plan).sort(([one], [other]) => rank(one) - rank(other));
  return JSON.stringify(Object.fromEntries(parts), hideSecrets, 2);
}

const rank = (part: string): number => {
  const index = (order as readonly string[]).indexOf(part);
  return index === -1 ? order.length : index;
};

/** In place of JSON.stringify's own look at a value: an Output would throw there. */
function hideSecrets(this: unknown, key: string, value: unknown): unknown {
  const held = (this as Record<string, unknown>)[key];
  return isOpaque(held) ? SECRET : value;
}
