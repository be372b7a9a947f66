import { makePlan } from "../components/plan/makePlan.ts";
import type { Plan } from "../components/plan/plan.ts";
import { siteOf } from "../components/plan/siteOf.ts";
import { valueFaults } from "../components/plan/valueGuard.ts";
import { checkProgramSettings } from "../components/settings/check.ts";
import type { Fault } from "../components/settings/fault.ts";
import { sortFaults } from "../components/settings/formatFaults.ts";
import { rawSettings } from "../components/settings/fromConfig.ts";
import { openSecretsWarning, protectSecrets } from "../components/settings/protectSecrets.ts";
import { SecretLeaf } from "../components/settings/secret.ts";
import type { ProgramSettings } from "../components/settings/settings.ts";
import type { Surroundings } from "../components/surroundings/surroundings.ts";

/** A plan, and what it was made of. */
export interface Planned {
  readonly plan: Plan;
  readonly settings: ProgramSettings;
  readonly surroundings?: Surroundings;
}

/** The plan of a stack file's keys, or everything that is wrong with them. The same steps as the program's. */
export function planOf(
  keys: Record<string, unknown>,
  surroundings?: Surroundings,
): Planned | { readonly faults: readonly Fault[] } {
  const checked = checkProgramSettings(rawSettings(keys), valueFaults);
  if ("faults" in checked) return checked;
  const settings = protectSecrets(checked.settings, (content) => new SecretLeaf(content));
  const { site, faults, warnings } = siteOf(settings, surroundings);
  if (faults.length > 0) return { faults: sortFaults(faults) };
  const plan = makePlan(settings, site);
  const open = openSecretsWarning(checked.settings);
  return {
    plan: { ...plan, warnings: [...plan.warnings, ...(open === undefined ? [] : [open]), ...warnings] },
    settings,
    ...(surroundings && { surroundings }),
  };
}
