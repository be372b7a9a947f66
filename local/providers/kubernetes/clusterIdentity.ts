import { compare, type Diff, equal, rootOf } from "../engine/diff.ts";
import { containsUnknown, type Properties } from "../engine/values.ts";
import { type Kubeconfig } from "./cluster/kubeconfig.ts";
import { chosen } from "./session.ts";

const choosing = ["kubeconfig", "context", "cluster"];

const entryOf = (config: Properties): Kubeconfig | undefined => {
  try {
    return chosen(config);
  } catch {
    return undefined;
  }
};

/**
 * What a change of the provider's own inputs means. With a `clusterIdentifier` on both sides, that alone decides whether
 * everything is made anew; without, another entry of the active cluster does.
 */
export function providerDifference(olds: Properties, news: Properties): Diff {
  const { changes } = compare(olds, news);
  const [old, now] = [olds.clusterIdentifier, news.clusterIdentifier];
  const identified = old !== undefined && now !== undefined;
  const replaced = (): readonly string[] => {
    if (identified) return old === now ? [] : ["clusterIdentifier"];
    const unknown = choosing.filter((name) => containsUnknown(news[name]));
    if (unknown.length > 0) return unknown;
    const [before, after] = [entryOf(olds), entryOf(news)];
    const moved =
      before !== undefined && after !== undefined && !equal(before.clusterEntry, after.clusterEntry);
    return moved ? choosing : [];
  };
  const names = replaced();
  return { changes: changes.map((change) => ({ ...change, replace: names.includes(rootOf(change.path)) })) };
}
