import type { Fault } from "../settings/fault.ts";
import type { HelmValues } from "../settings/settings.ts";
import { type Decided, decidedTraits, startVariables } from "./decidedTraits.ts";
import { overridesOf } from "./overrides.ts";
import { valueAt } from "../settings/path.ts";
import { show } from "../settings/show.ts";

/** An override's environment is merged into the server's, so only what start.sh reads is not for it. */
const notForProfiles: readonly Decided[] = [
  ...decidedTraits,
  ...startVariables.map((variable) => ({
    field: `environment.${variable}`,
    because: "tells start.sh whose the home is",
  })),
];

/**
 * Every `kubespawner_override` of a profile, at any depth, that would undo the storage, the identity or the isolation
 * of homes. Null counts: it takes a trait away.
 */
export const profileFaults = (values: HelmValues, usualFix: string): Fault[] =>
  overridesOf(values).flatMap(({ path, override }) =>
    notForProfiles
      .map((row) => ({ ...row, value: valueAt(override, row.field.split(".")) }))
      .filter(({ value, when = () => true }) => value !== undefined && when(value))
      .map(({ field, because, fix, value }) => ({
        path: `${path}.${field}`,
        rule: `may not be set in a profile, because it ${because}`,
        got: show(value, `${path}.${field}`),
        fix: fix ?? usualFix,
      })),
  );
