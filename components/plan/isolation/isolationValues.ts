import { valueAt } from "../../settings/path.ts";
import type { HelmValues, Settings } from "../../settings/settings.ts";
import { blockNfsContainer } from "./blockNfs.ts";
import { egressRules, type HubPlace } from "./egress.ts";

/** The settings that lists in a hub's values are made of. */
export interface IsolationSettings {
  readonly hub: Pick<Settings["hub"], "blockNfs" | "chart" | "values">;
}

/**
 * The lists in which ours stand before the user's. Helm replaces lists whole; and what the user's init containers run
 * is to find NFS closed already.
 */
export function isolationValues({ hub }: IsolationSettings, place: HubPlace): HelmValues {
  const given = valueAt(hub.values, ["singleuser", "initContainers"]);
  const theirs = Array.isArray(given) ? (given as unknown[]) : [];
  const initContainers = [...(hub.blockNfs ? [blockNfsContainer({ hub })] : []), ...theirs];
  return {
    singleuser: {
      ...(initContainers.length > 0 && { initContainers }),
      networkPolicy: { egress: egressRules({ hub }, place) },
    },
  };
}
