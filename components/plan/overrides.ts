import { isRecord } from "../settings/path.ts";
import type { HelmValues } from "../settings/settings.ts";

/** What a profile, or a choice of one of its options, changes of a server, and where it is written. */
export interface Override {
  readonly path: string;
  readonly override: HelmValues;
}

const PROFILES = "hub.values.singleuser.profileList";

/** Every `kubespawner_override` of the profiles: their own, and those of choices, listed and free, at any depth. */
export const overridesOf = ({ singleuser }: HelmValues): Override[] =>
  isRecord(singleuser) ? within(singleuser.profileList, PROFILES) : [];

function within(value: unknown, path: string): Override[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => within(item, `${path}[${index}]`));
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, child]) => {
    const here = `${path}.${key}`;
    return key === "kubespawner_override" && isRecord(child)
      ? [{ path: here, override: child }]
      : within(child, here);
  });
}
