import type { Fault } from "../../settings/fault.ts";
import { valueAt } from "../../settings/path.ts";
import type { HelmValues } from "../../settings/settings.ts";
import { show } from "../../settings/show.ts";
import { spawnerSections } from "../decidedTraits.ts";
import { overridesOf } from "../overrides.ts";

/** A service account that a value gives to servers. */
export interface NamedAccount {
  readonly path: string;
  readonly name: unknown;
}

/** The service accounts that servers get by these values, and where each is named; none, unless somebody names one. */
export const serviceAccounts = (values: HelmValues): NamedAccount[] =>
  [
    account(values, "singleuser.serviceAccountName"),
    ...spawnerSections.map((section) => account(values, `hub.config.${section}.service_account`)),
    ...overridesOf(values).map(({ path, override }) => ({
      path: `${path}.service_account`,
      name: override.service_account,
    })),
  ].filter(({ name }) => name !== undefined && name !== null && name !== "");

const account = (values: HelmValues, path: string): NamedAccount => ({
  path: `hub.values.${path}`,
  name: valueAt(values, path.split(".")),
});

/** The hub's own account may make pods and claims, and read every Secret of the namespace. */
export function accountFaults(values: HelmValues): Fault[] {
  const given = valueAt(values, ["hub", "serviceAccount", "name"]);
  const own = typeof given === "string" && given !== "" ? given : "hub";
  return serviceAccounts(values)
    .filter(({ name }) => name === own)
    .map(({ path, name }) => ({
      path,
      rule: "may not be the hub's own service account, by which users would mount each other's homes",
      got: show(name, path),
      fix: "make an account for servers, with no more rights than users may have",
    }));
}

/** Whether users are to have a role in AWS: then the credentials of EKS Pod Identity are theirs. */
export const serversHaveRole = (values: HelmValues): boolean => serviceAccounts(values).length > 0;
