import { DriverInstall, UserMode } from "../choices.ts";
import { defaults } from "../defaults.ts";
import { show } from "../show.ts";
import { faultIf, type Rule } from "./rule.ts";

/** Without root there is nobody whom sudo could make of a user. */
const grantSudo: Rule = {
  looksAt: ["hub.grantSudo", "userMode"],
  check: ({ settings: { hub, userMode } }) =>
    faultIf(hub.grantSudo && userMode !== UserMode.Root, () => ({
      path: "hub.grantSudo",
      rule: "needs `userMode: root`",
      got: "true",
      fix: "Remove it, or set `userMode` to `root`.",
    })),
};

/** The values that we set are those of chart 4.3 and the releases after it. */
const chartVersion: Rule = {
  looksAt: ["hub.chart"],
  check: ({ settings: { hub } }) => {
    const { version } = hub.chart;
    const [major = 0, minor = 0] = (version ?? "4.3").replace(/^v/, "").split(".").map(Number);
    return faultIf(major !== 4 || minor < 3, () => ({
      path: "hub.chart.version",
      rule: "must be 4.3 or a newer 4.x of the Zero to JupyterHub chart",
      got: show(version, "hub.chart.version"),
      fix: "Leave it out for the version that this release is made for.",
    }));
  },
};

/** A chart comes from a repository, in a version, or from a path. */
const chartSource = (owner: "hub" | "driver"): Rule => ({
  looksAt: [`${owner}.chart`],
  check: ({ given }) => {
    const { path, version, repository } = given[owner]?.chart ?? {};
    return faultIf(path !== undefined && (version ?? repository) !== undefined, () => ({
      path: `${owner}.chart.path`,
      rule: "cannot stand together with `version` or `repository`",
      got: show(path, `${owner}.chart.path`),
      fix: "A chart at a path has its version in it: keep either the path or the others.",
    }));
  },
});

/** A driver that others installed takes nothing from us. Defaults, as in settings that were checked before, do no harm. */
const driverOfOthers: Rule = {
  looksAt: ["driver"],
  check: ({ settings: { driver } }) => {
    if (driver.install !== DriverInstall.Existing) return [];
    const { version, repository } = defaults.driver.chart;
    const isOwnChart = driver.chart.version !== version || driver.chart.repository !== repository;
    const isUsed = { chart: isOwnChart, values: Object.keys(driver.values).length > 0 };
    return (["chart", "values"] as const).flatMap((key) =>
      faultIf(isUsed[key], () => ({
        path: `driver.${key}`,
        rule: "is only for `driver.install: helm`",
        got: show(driver[key], `driver.${key}`),
        fix: "Remove it: a driver that is in the cluster already is never touched.",
      })),
    );
  },
};

/** The namespace is made for the hub, and goes with it. */
const ownNamespace: Rule = {
  looksAt: ["hub.namespace"],
  check: ({ given, settings: { hub } }) =>
    faultIf(hub.namespace === "default" || hub.namespace.startsWith("kube-"), () => ({
      path: given.hub?.namespace === undefined ? "hub.name" : "hub.namespace",
      rule: "must not be a namespace of Kubernetes' own: it is made for the hub, and goes with it",
      got: show(hub.namespace, "hub.namespace"),
      fix: "Choose another name.",
    })),
};

export const hubRules: readonly Rule[] = [
  grantSudo,
  chartVersion,
  chartSource("hub"),
  chartSource("driver"),
  driverOfOthers,
  ownNamespace,
];
