import type { Fault } from "../settings/fault.ts";
import type { HelmValues } from "../settings/settings.ts";
import { decidedTraits, startVariables } from "./decidedTraits.ts";
import { isRecord, valueAt } from "../settings/path.ts";
import { show } from "../settings/show.ts";

/** An override's environment is merged into the server's, so only what start.sh reads is not for it. */
const notForProfiles = [...decidedTraits, ...startVariables.map((variable) => `environment.${variable}`)];

/** Every `kubespawner_override` of a profile, at any depth, that would undo the storage or the identity of homes. */
export function profileFaults(values: HelmValues, fix: string): Fault[] {
  const { singleuser } = values;
  if (!isRecord(singleuser)) return [];
  return overrides(singleuser.profileList, "hub.values.singleuser.profileList").flatMap(([path, override]) =>
    notForProfiles
      .map((trait) => ({ trait, value: valueAt(override, trait.split(".")) }))
      .filter(({ value }) => value !== undefined)
      .map(({ trait, value }) => ({
        path: `${path}.${trait}`,
        rule: "may not be set, because a profile would replace the storage or the identity of homes",
        got: show(value, `${path}.${trait}`),
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
