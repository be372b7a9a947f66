import type { Cluster } from "../cluster/cluster.ts";
import { type Manifest, namespaceOf, textAt, wordAt } from "../cluster/manifest.ts";

/** The warnings that the cluster has noted about an object: usually they say why it does not get ready. */
export async function warnings(cluster: Cluster, live: Manifest): Promise<readonly string[]> {
  const uid = textAt(live, "metadata", "uid");
  if (uid === undefined) return [];
  const fieldSelector = `involvedObject.uid=${uid},type=Warning`;
  try {
    // Events about objects without a namespace are kept in "default".
    const events = await cluster.list({ apiVersion: "v1", kind: "Event" }, namespaceOf(live) || "default", {
      fieldSelector,
    });
    return [...new Set(events.map((event) => `[${wordAt(event, "reason")}] ${wordAt(event, "message")}`))];
  } catch {
    return [];
  }
}
