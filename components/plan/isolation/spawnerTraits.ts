import type { HelmValues } from "../../settings/settings.ts";
import { spawnerSections } from "../decidedTraits.ts";
import { overridesOf } from "../overrides.ts";
import { valuesAt, type Written } from "../valuesAt.ts";

/** What a value sets of a trait of KubeSpawner's: in `hub.config`, and in profiles. */
export const traitsAt = (values: HelmValues, ...trait: readonly string[]): Written[] => [
  ...spawnerSections.flatMap((section) =>
    valuesAt(values, ["hub", "config", section, ...trait], "hub.values"),
  ),
  ...overridesOf(values).flatMap(({ path, override }) => valuesAt(override, trait, path)),
];
