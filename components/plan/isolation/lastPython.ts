import type { Fault } from "../../settings/fault.ts";
import type { HelmValues } from "../../settings/settings.ts";
import { show } from "../../settings/show.ts";
import { ANCHOR_CONFIG_KEY } from "../serversAnchor.ts";
import { SHARED_CONFIG_KEY } from "../sharedFolderValues.ts";
import { EACH, valuesAt } from "../valuesAt.ts";

const PLACE = "hub.values.hub.extraConfig";
const ours = [ANCHOR_CONFIG_KEY, SHARED_CONFIG_KEY];

/** Python that would run after ours, and could take the place of our hooks: the chart runs the pieces in the order of their keys. */
export const lastPythonFaults = ({ hub }: HelmValues): Fault[] =>
  valuesAt(hub, ["extraConfig", EACH], "hub.values.hub").flatMap(({ path, value }) => {
    const key = path.slice(`${PLACE}.`.length);
    if (ours.includes(key) || ours.every((one) => key < one)) return [];
    return [
      {
        path,
        rule: "may not have a key that sorts after ours, because it would run last, and may take our hooks' place",
        got: show(value, path),
        fix: "give it a key like 10-mine: a hook that is set there is kept, and called first",
      },
    ];
  });
