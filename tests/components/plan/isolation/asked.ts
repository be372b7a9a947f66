import type { Fault } from "../../../../components/settings/fault.ts";
import { valueFaults } from "../../../../components/plan/valueGuard.ts";
import { settingsOf } from "../../../support/settings.ts";

export type Values = Record<string, unknown>;

/** `a.b.c` and a value, as nested mappings. */
export const at = (path: string, value: unknown): Values =>
  path.split(".").reduceRight<unknown>((inner, key) => ({ [key]: inner }), value) as Values;

/** The faults of a hub's values, in settings that say `raw` besides. */
export const faultsOf = (values: Values, raw: Values = {}): Fault[] =>
  valueFaults(settingsOf({ ...raw, hub: { ...(raw.hub as Values | undefined), values } }));

/** Where they are, in the values. */
export const pathsOf = (values: Values, raw?: Values): string[] =>
  faultsOf(values, raw).map(({ path }) => path.replace("hub.values.", ""));

/** A profile's override, in one of its options. */
export const inProfile = (override: unknown): Values =>
  at("singleuser.profileList", [
    { profile_options: { size: { unlisted_choice: { enabled: true, kubespawner_override: override } } } },
  ]);
/** Where that stands. */
export const OVERRIDE = "singleuser.profileList[0].profile_options.size.unlisted_choice.kubespawner_override";
