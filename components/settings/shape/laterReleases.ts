/** Keys that a later release brings, and what to do until then. Now they are unknown, and so faults. */
export const laterKeys: Readonly<Record<string, string>> = {
  "cluster.create": "Make the cluster first and give its name: cluster: {existing: {name: my-cluster}}.",
  hubs: "Remove it; until then each hub is a stack of its own.",
  verify: "Remove it.",
};
