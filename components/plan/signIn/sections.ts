import type { Fault } from "../../settings/fault.ts";
import { isRecord, valueAt } from "../../settings/path.ts";
import type { HelmValues, Settings } from "../../settings/settings.ts";
import { show } from "../../settings/show.ts";
import { mergeValues } from "../mergeValues.ts";
import { planSignIn } from "./planSignIn.ts";

/**
 * A value of the user's that says in another section what `hub.signIn` or `hub.admins` says already: a trait counts in the
 * section of its class and in those of the classes above, and the nearest one wins.
 * https://traitlets.readthedocs.io/en/stable/config.html#inheritance-of-configuration-values
 */
export function sectionFaults({ hub }: Pick<Settings, "hub">): Fault[] {
  const managed = mergeValues(
    planSignIn(hub.signIn).managed,
    hub.admins.length > 0 ? { Authenticator: { admin_users: hub.admins } } : {},
  );
  const traits = new Set(
    Object.values(managed).flatMap((section) => (isRecord(section) ? Object.keys(section) : [])),
  );
  const config = isRecord(hub.values.hub) ? hub.values.hub.config : undefined;
  if (!isRecord(config)) return [];
  return Object.entries(config)
    .filter(([name]) => name.endsWith("Authenticator"))
    .flatMap(([name, section]) => (isRecord(section) ? named(name, section) : []))
    .filter(({ section, trait }) => traits.has(trait) && valueAt(managed, [section, trait]) === undefined)
    .map(({ section, trait, value }) => {
      const path = `hub.values.hub.config.${section}.${trait}`;
      const setting = trait === "admin_users" ? "`hub.admins`" : "`hub.signIn`";
      return {
        path,
        rule: `may not be set, because it would take the place of what ${setting} says`,
        got: show(value, path),
        fix: `leave it out and set ${setting} instead`,
      };
    });
}

const named = (section: string, values: HelmValues) =>
  Object.entries(values).map(([trait, value]) => ({ section, trait, value }));
