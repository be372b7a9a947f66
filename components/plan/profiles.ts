import type { Fault } from "../settings/fault.ts";
import type { HelmValues } from "../settings/settings.ts";
import { type Decided, decidedTraits, startVariables } from "./decidedTraits.ts";
import { overridesOf } from "./overrides.ts";
import { show } from "../settings/show.ts";
import { valuesAt } from "./valuesAt.ts";

/** An override's environment is merged into the server's, so only what start.sh reads is not for it. */
const notForProfiles: readonly Decided[] = [
  ...decidedTraits,
  ...startVariables.map((row) => ({ ...row, field: `environment.${row.field}` })),
];

/**
 * Every `kubespawner_override` of a profile, at any depth, that would undo the storage, the identity or the isolation
 * of homes. Null counts: it takes a trait away.
 */
export const profileFaults = (values: HelmValues, usualFix: string): Fault[] =>
  overridesOf(values).flatMap(({ path, override }) =>
    notForProfiles.flatMap(({ field, because, fix = usualFix, when = () => true }) =>
      valuesAt(override, field.split("."), path)
        .filter(({ value }) => when(value))
        .map((written) => ({
          path: written.path,
          rule: `may not be set in a profile, because it ${because}`,
          got: show(written.value, written.path),
          fix,
        })),
    ),
  );
