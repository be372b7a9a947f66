import type { Fault } from "../../settings/fault.ts";
import { isRecord, valueAt } from "../../settings/path.ts";
import { isOpaque } from "../../settings/secret.ts";
import type { HelmValues } from "../../settings/settings.ts";
import { show } from "../../settings/show.ts";
import { EACH, isSameField, valuesAt, type Written } from "../valuesAt.ts";
import { traitsAt } from "./spawnerTraits.ts";

/** Mappings of which the next checks look at parts; those are named below. */
const shells = ["singleuser", "singleuser.storage", "hub", "hub.config", `hub.config.${EACH}`];

/** What is looked into with all that is in it, for what would undo the storage or the isolation of homes. */
const lookedInto = [
  ...["extraVolumes", "extraVolumeMounts", "dynamic"].map((key) => `singleuser.storage.${key}`),
  ...["extraPodConfig", "extraEnv", "initContainers", "extraContainers"].map((key) => `singleuser.${key}`),
  ...["networkPolicy", "cloudMetadata"].map((key) => `singleuser.${key}`),
  ...["serviceAccountName", "podNameTemplate"].map((key) => `singleuser.${key}`),
  ...["loadRoles", "serviceAccount", "existingSecret"].map((key) => `hub.${key}`),
];

/** The same of KubeSpawner's traits. */
const traits = [
  ...["environment", "extra_containers", "extra_container_config", "extra_pod_config"],
  ...["apply_user_options", "service_account"],
];

/** Fields that take a server out of nothing, whatever they say; and mappings with keys of the user's own, to such values. */
const free = ["image", "command", "args", "value", "display_name", "description"];
const freeMappings = ["environment", "extraEnv", "limits", "requests", "configMap", "volumeAttributes"];

/** What a user types in the place of this, in a profile's free choice. KubeSpawner fills it into keys, too. */
const TYPED = /\{value\b/;

/**
 * What is looked into has to be there as it is: no Output, no secret, and nothing that users type. In the place of what is managed
 * it is a contradiction, and told as one.
 */
export function unreadFaults(values: HelmValues, managed: HelmValues): Fault[] {
  const at = (path: string): Written[] => valuesAt(values, path.split("."), "hub.values");
  const found = [
    ...shells
      .flatMap((path) => at(path).filter(({ value }) => isOpaque(value)))
      .filter(({ path }) => valueAt(managed, path.split(".").slice(2)) === undefined),
    ...lookedInto.flatMap((path) => at(path).flatMap((part) => unread(part, path.split(".").at(-1)))),
    ...at("singleuser.profileList").flatMap((profiles) => unread(withoutOverrides(profiles))),
    ...traits.flatMap((trait) => traitsAt(values, trait).flatMap((part) => unread(part, trait))),
  ];
  return found.map(({ path, value }) => ({
    path,
    rule: "must be in the open, because it is looked into, for what would undo the storage or the isolation of homes",
    got: show(value, path),
    fix: "write it as it is; variables, images and commands may be secrets or Outputs",
  }));
}

/** In the field called `key`, of which the value is free where the field's is. */
function unread({ path, value }: Written, key = ""): Written[] {
  if (isOpaque(value) || (typeof value === "string" && TYPED.test(value)))
    return isOneOf(free, key) ? [] : [{ path, value }];
  if (Array.isArray(value))
    return value.flatMap((item: unknown, index) => unread({ path: `${path}[${index}]`, value: item }, key));
  return Object.entries(isRecord(value) ? value : {}).flatMap(([name, child]) => {
    const here = { path: `${path}.${name}`, value: child };
    return TYPED.test(name) ? [here] : unread(here, isOneOf(freeMappings, key) ? "value" : name);
  });
}

const isOneOf = (names: readonly string[], name: string): boolean =>
  names.some((one) => isSameField(one, name));

/** Of an override, only the traits above are looked into; one that is no mapping is looked into itself. */
const withoutOverrides = ({ path, value }: Written): Written => ({ path, value: shellOf(value) });

function shellOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shellOf);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => [
      key,
      key === "kubespawner_override" && isRecord(child) ? {} : shellOf(child),
    ]),
  );
}
