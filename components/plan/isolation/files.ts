import { UserMode } from "../../settings/choices.ts";
import { valueAt } from "../../settings/path.ts";
import type { Settings } from "../../settings/settings.ts";
import { EACH, valuesAt } from "../valuesAt.ts";
import { isGiven } from "./given.ts";

/**
 * Where the chart has the hub's configuration, beside `jupyterhub_config.d`, whose Python is searched.
 * https://z2jh.jupyter.org/en/stable/resources/reference.html#hub-extrafiles
 */
const ofTheChart =
  /^\/usr\/local\/etc\/jupyterhub(\/(jupyterhub_config\.py|z2jh\.py|config|secret|existing-secret)(\/.*)?)?$/;

/** Where the images of docker-stacks have what they run as root before they drop to the user. */
const ofTheStart = /^\/usr\/local\/bin(\/|$)/;

/** What takes the place of the hub's own configuration, or of what servers start with. */
export const fileWarnings = ({ userMode, hub }: Pick<Settings, "userMode" | "hub">): string[] => [
  ...["args", "command"].flatMap((key) =>
    isGiven(valueAt(hub.values, ["hub", key]))
      ? [`hub.values.hub.${key}: what the hub is started with is not looked into, and has the last word.`]
      : [],
  ),
  ...placed(hub.values, "hub", ofTheChart).map(
    (path) =>
      `${path}: it takes the place of the chart's own configuration of the hub, with all that keeps homes apart.`,
  ),
  ...(userMode === UserMode.Root
    ? placed(hub.values, "singleuser", ofTheStart).map(
        (path) =>
          `${path}: it lies among what start.sh runs as root: servers that do not drop to their user stay root.`,
      )
    : []),
];

const placed = (values: Settings["hub"]["values"], part: string, places: RegExp): string[] =>
  valuesAt(values, [part, "extraFiles", EACH], "hub.values")
    .filter(({ value }) => {
      const at = valueAt(value, ["mountPath"]);
      return typeof at === "string" && places.test(at.replace(/\/+/g, "/"));
    })
    .map(({ path }) => path);
