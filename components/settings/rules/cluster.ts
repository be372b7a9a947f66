import { faultIf, type Rule } from "./rule.ts";

const fix = "Name the EKS cluster to build on: cluster: {existing: {name: my-cluster}}.";

/** A program needs a cluster to build on. */
export const clusterRule: Rule = {
  looksAt: ["cluster"],
  check: ({ given: { cluster } }) => {
    if (cluster?.existing === undefined) {
      const got = cluster === undefined ? "nothing" : "an empty mapping";
      return [{ path: "cluster", rule: "must say which cluster, by `existing`", got, fix }];
    }
    return faultIf(cluster.existing.name === undefined, () => ({
      path: "cluster.existing.name",
      rule: "must be said",
      got: "nothing",
      fix,
    }));
  },
};
