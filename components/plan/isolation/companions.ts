import type { HelmValues } from "../../settings/settings.ts";
import { EACH, fieldOf, valuesAt, type Written } from "../valuesAt.ts";
import { traitsAt } from "./spawnerTraits.ts";
import { mountReason, type MountSettings } from "./userMounts.ts";

/** Containers before and beside the server: users share a pod, and its network, with them. */
export const companionWarnings = (settings: MountSettings): string[] =>
  companions(settings.hub.values).flatMap(({ path, value }) => [
    ...(mayOpen(value)
      ? [
          `${path}: it may change the pod's network: whoever takes it over can open what hub.blockNfs and the chart close.`,
        ]
      : []),
    ...valuesAt(value, ["volumeMounts", EACH], path).flatMap((mount) => {
      const reason = mountReason(mount.value, settings);
      return reason === undefined
        ? []
        : [
            `${mount.path}: it mounts the homes' volume so that it ${reason}; whoever takes it over reads them.`,
          ];
    }),
  ]);

/** Of the chart's values, of KubeSpawner's trait, and of profiles. KubeSpawner's `init_containers` are refused. */
const companions = (values: HelmValues): Written[] => [
  ...["initContainers", "extraContainers"].flatMap((list) =>
    valuesAt(values, ["singleuser", list, EACH], "hub.values"),
  ),
  ...traitsAt(values, "extra_containers", EACH),
];

function mayOpen(container: unknown): boolean {
  const added = fieldOf(container, "securityContext", "capabilities", "add", EACH);
  return (
    fieldOf(container, "securityContext", "privileged").some((privileged) => privileged === true) ||
    added.some((capability) => capability === "NET_ADMIN" || capability === "ALL")
  );
}
