import { FixOwners, Provisioning } from "../choices.ts";
import { faultIf, type Rule } from "./rule.ts";

/** The job reaches homes as root through the access point that enforces nobody, which only static homes have. */
export const fixOwnersRule: Rule = {
  looksAt: ["fixOwners", "provisioning"],
  check: ({ settings: { fixOwners, provisioning } }) =>
    faultIf(fixOwners !== FixOwners.Nothing && provisioning !== Provisioning.Static, () => ({
      path: "fixOwners",
      rule: "is only for static provisioning, in which a job can reach all homes",
      got: JSON.stringify(fixOwners),
      fix: "Run an update with `provisioning: static` first, then change to dynamic.",
    })),
};
