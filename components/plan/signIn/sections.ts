import type { Fault } from "../../settings/fault.ts";
import { isRecord } from "../../settings/path.ts";
import type { HelmValues, Settings } from "../../settings/settings.ts";
import { show } from "../../settings/show.ts";
import { planSignIn } from "./planSignIn.ts";

/**
 * A value of the user's that says in another section what `hub.signIn` says already: a trait counts in the section of its
 * class and in those of the classes above, and the nearest one wins.
 * https://traitlets.readthedocs.io/en/stable/config.html#inheritance-of-configuration-values
 */
export function sectionFaults({ hub }: Pick<Settings, "hub">): Fault[] {
  const { managed } = planSignIn(hub.signIn);
  const traits = new Set(Object.values(managed).flatMap((section) => Object.keys(section)));
  const config = isRecord(hub.values.hub) ? hub.values.hub.config : undefined;
  if (!isRecord(config)) return [];
  return Object.entries(config)
    .filter(([name]) => name.endsWith("Authenticator"))
    .flatMap(([name, section]) => (isRecord(section) ? named(name, section) : []))
    .filter(({ section, trait }) => traits.has(trait) && managed[section]?.[trait] === undefined)
    .map(({ section, trait, value }) => {
      const path = `hub.values.hub.config.${section}.${trait}`;
      return {
        path,
        rule: "may not be set, because it would take the place of what `hub.signIn` says",
        got: show(value, path),
        fix: "leave it out and set `hub.signIn` instead",
      };
    });
}

const named = (section: string, values: HelmValues) =>
  Object.entries(values).map(([trait, value]) => ({ section, trait, value }));
