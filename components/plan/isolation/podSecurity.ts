import { valueAt } from "../../settings/path.ts";
import { FixOwners } from "../../settings/choices.ts";
import type { HelmValues, Settings } from "../../settings/settings.ts";

/** https://kubernetes.io/docs/concepts/security/pod-security-standards/ */
export interface PodSecurity {
  readonly level: "privileged" | "baseline";
  readonly because: string;
}

/** What the level rests on. */
export interface PodSecuritySettings {
  readonly fixOwners: Settings["fixOwners"];
  readonly hub: Pick<Settings["hub"], "blockNfs" | "values">;
}

/**
 * The lowest level that lets the pods of a hub in. Never `restricted`: KubeSpawner's pods name no seccomp profile and
 * drop no capabilities, and in root mode they start as root.
 */
export function podSecurity({ fixOwners, hub }: PodSecuritySettings): PodSecurity {
  if (hub.blockNfs)
    return { level: "privileged", because: "hub.blockNfs: an init container closes NFS, as root of the pod" };
  if (chartBlocksMetadata(hub.values))
    return {
      level: "privileged",
      because: "the chart's singleuser.cloudMetadata.blockWithIptables has a privileged init container",
    };
  if (fixOwners !== FixOwners.Nothing)
    return { level: "privileged", because: `fixOwners: ${fixOwners}; its job has to look into every home` };
  return { level: "baseline", because: "no pod is privileged; KubeSpawner's pods do not fit restricted" };
}

/** The chart's default is true; anything but true switches it off. */
export const chartBlocksMetadata = (values: HelmValues): boolean => {
  const block = valueAt(values, ["singleuser", "cloudMetadata", "blockWithIptables"]);
  return block === undefined || block === true;
};

/** The label by which the API server judges pods. https://kubernetes.io/docs/concepts/security/pod-security-admission/ */
export const podSecurityLabels = ({ level }: PodSecurity): Record<string, string> => ({
  "pod-security.kubernetes.io/enforce": level,
});
