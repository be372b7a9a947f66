import type { Fault } from "../settings/fault.ts";
import type { HelmValues } from "../settings/settings.ts";
import { decidedTraits } from "./decidedTraits.ts";
import { isRecord } from "../settings/path.ts";
import { show } from "../settings/show.ts";

/** Every `kubespawner_override` of a profile, at any depth, that would undo the storage or the identity of homes. */
export function profileFaults(values: HelmValues, fix: string): Fault[] {
  const { singleuser } = values;
  if (!isRecord(singleuser)) return [];
  return overrides(singleuser.profileList, "hub.values.singleuser.profileList").flatMap(([path, override]) =>
    decidedTraits
      .filter((trait) => trait in override)
      .map((trait) => ({
        path: `${path}.${trait}`,
        rule: "may not be set, because a profile would replace the storage or the identity of homes",
        got: show(override[trait], `${path}.${trait}`),
        fix,
      })),
  );
}

/** Profiles hold overrides of their own, and more in the choices of their options. */
function overrides(value: unknown, path: string): [path: string, override: HelmValues][] {
  if (Array.isArray(value)) return value.flatMap((item, index) => overrides(item, `${path}[${index}]`));
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, child]) => {
    const here = `${path}.${key}`;
    return key === "kubespawner_override" && isRecord(child) ? [[here, child]] : overrides(child, here);
  });
}
