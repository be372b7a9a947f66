import type { Fault } from "../../settings/fault.ts";
import type { HelmValues } from "../../settings/settings.ts";
import { show } from "../../settings/show.ts";
import { hasField } from "../templates.ts";
import { fieldOf, valuesAt, type Written } from "../valuesAt.ts";
import { traitsAt } from "./spawnerTraits.ts";

/** The service accounts that servers get by these values, and where each is named; none, unless somebody names one. */
export const serviceAccounts = (values: HelmValues): Written[] =>
  [
    ...valuesAt(values, ["singleuser", "serviceAccountName"], "hub.values"),
    ...traitsAt(values, "service_account"),
  ].filter(({ value }) => value !== null && value !== "");

/** The hub's own account may make pods and claims, and read every Secret of the namespace. */
export function accountFaults(values: HelmValues): Fault[] {
  const own = hubAccount(values);
  return serviceAccounts(values).flatMap(({ path, value }) => {
    const fault = (rule: string, fix: string) => [{ path, rule, got: show(value, path), fix }];
    if (value === own)
      return fault(
        "may not be the hub's own service account, by which users would mount each other's homes",
        "make an account for servers, with no more rights than users may have",
      );
    return typeof value === "string" && hasField(value)
      ? fault(
          "may not have a field in it, because users would choose the account, and the hub's own too",
          "name one account, or one in each profile",
        )
      : [];
  });
}

/** As the chart names it: one that is not made is that of the namespace, unless it has a name. */
function hubAccount(values: HelmValues): string {
  const [name] = fieldOf(values, "hub", "serviceAccount", "name");
  const [create] = fieldOf(values, "hub", "serviceAccount", "create");
  if (typeof name === "string" && name !== "") return name;
  return create === false ? "default" : "hub";
}

/** Whether users are to have a role in AWS: then the credentials of EKS Pod Identity are theirs. */
export const serversHaveRole = (values: HelmValues): boolean => serviceAccounts(values).length > 0;
