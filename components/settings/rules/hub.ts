import { UserMode } from "../choices.ts";
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
  ownNamespace,
];
