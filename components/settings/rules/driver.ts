import { DriverInstall, Identity } from "../choices.ts";
import { defaults } from "../defaults.ts";
import { show } from "../show.ts";
import { faultIf, type Rule } from "./rule.ts";

const { Helm, Addon } = DriverInstall;

/** Which ways of installing the driver take a key. A driver that others installed takes nothing from us. */
const takenBy = { chart: [Helm], addonVersion: [Addon], values: [Helm, Addon] } as const;

/** Defaults, as in settings that were checked before, do no harm. */
const used: Rule = {
  looksAt: ["driver"],
  check: ({ settings: { driver } }) => {
    const { version, repository } = defaults.driver.chart;
    const isOwnChart = driver.chart.version !== version || driver.chart.repository !== repository;
    const isUsed = {
      chart: isOwnChart,
      addonVersion: driver.addonVersion !== undefined,
      values: Object.keys(driver.values).length > 0,
    };
    return (["chart", "addonVersion", "values"] as const).flatMap((key) =>
      faultIf(isUsed[key] && !takenBy[key].some((install) => install === driver.install), () => ({
        path: `driver.${key}`,
        rule: `is only for ${takenBy[key].map((install) => `\`driver.install: ${install}\``).join(" or ")}`,
        got: show(driver[key], `driver.${key}`),
        fix:
          driver.install === DriverInstall.Existing
            ? "Remove it: a driver that is in the cluster already is never touched."
            : "Remove it, or install the driver the other way.",
      })),
    );
  },
};

/** https://github.com/aws/containers-roadmap/issues/2820 */
const oneRoleForAll: Rule = {
  looksAt: ["driver.install", "identity"],
  check: ({ settings: { driver, identity } }) =>
    faultIf(driver.install === Addon && identity === Identity.Irsa, () => ({
      path: "identity",
      rule: "must not be irsa with `driver.install: addon`: EKS gives the add-on's controller and its node pods one role, and each would have the other's rights",
      got: identity,
      fix: "Say `identity: pod-identity`, or `driver.install: helm`.",
    })),
};

export const driverRules: readonly Rule[] = [used, oneRoleForAll];
