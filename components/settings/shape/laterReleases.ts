/** Keys that a later release brings, and what to do until then. Now they are unknown, and so faults. */
export const laterKeys: Readonly<Record<string, string>> = {
  "cluster.create": "Make the cluster first and give its name: cluster: {existing: {name: my-cluster}}.",
  hubs: "Remove it; until then each hub is a stack of its own.",
  verify: "Remove it.",
};

/** Words that a later release takes, by key. */
export const laterWords: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "driver.install": {
    addon: "Use `helm`, or install the add-on yourself and say `existing`.",
  },
};
