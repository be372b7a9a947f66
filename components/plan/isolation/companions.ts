import { Provisioning } from "../../settings/choices.ts";
import { isRecord, valueAt } from "../../settings/path.ts";
import type { Settings } from "../../settings/settings.ts";
import { spawnerSections } from "../decidedTraits.ts";
import { overridesOf } from "../overrides.ts";
import { HOMES_VOLUME } from "./userMounts.ts";

type CompanionSettings = Pick<Settings, "provisioning"> & { readonly hub: Pick<Settings["hub"], "values"> };

/** Containers beside the server: users share a pod, and its network, with them. */
export function companionWarnings({ provisioning, hub }: CompanionSettings): string[] {
  return companions(hub.values).flatMap(({ path, container }) => [
    ...(mayOpen(container)
      ? [
          `${path}: it may change the pod's network: whoever takes it over can open what hub.blockNfs and the chart close.`,
        ]
      : []),
    ...(provisioning === Provisioning.Static && mountsAllHomes(container)
      ? [`${path}: it mounts every home; whoever takes it over reads them all.`]
      : []),
  ]);
}

interface Companion {
  readonly path: string;
  readonly container: Record<string, unknown>;
}

/** Of the chart's value, of KubeSpawner's trait, and of profiles. */
function companions(values: Settings["hub"]["values"]): Companion[] {
  const lists: [string, unknown][] = [
    ["hub.values.singleuser.extraContainers", valueAt(values, ["singleuser", "extraContainers"])],
    ...spawnerSections.map((section): [string, unknown] => [
      `hub.values.hub.config.${section}.extra_containers`,
      valueAt(values, ["hub", "config", section, "extra_containers"]),
    ]),
    ...overridesOf(values).map(({ path, override }): [string, unknown] => [
      `${path}.extra_containers`,
      override.extra_containers,
    ]),
  ];
  return lists.flatMap(([path, list]) =>
    (Array.isArray(list) ? list : []).flatMap((container: unknown, index) =>
      isRecord(container) ? [{ path: `${path}[${index}]`, container }] : [],
    ),
  );
}

function mayOpen({ securityContext }: Record<string, unknown>): boolean {
  const added = valueAt(securityContext, ["capabilities", "add"]);
  return (
    valueAt(securityContext, ["privileged"]) === true ||
    (Array.isArray(added) && added.some((capability) => capability === "NET_ADMIN" || capability === "ALL"))
  );
}

const mountsAllHomes = ({ volumeMounts }: Record<string, unknown>): boolean =>
  Array.isArray(volumeMounts) &&
  volumeMounts.some(
    (mount) =>
      isRecord(mount) &&
      mount.name === HOMES_VOLUME &&
      (mount.subPath ?? "") === "" &&
      mount.subPathExpr === undefined,
  );
