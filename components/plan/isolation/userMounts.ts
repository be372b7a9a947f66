import { Provisioning } from "../../settings/choices.ts";
import type { Fault } from "../../settings/fault.ts";
import type { Settings } from "../../settings/settings.ts";
import { show } from "../../settings/show.ts";
import { homeTemplate } from "../homePaths.ts";
import { hasField, hasOnlyOwnFields, mayBe } from "../templates.ts";
import { EACH, fieldOf, valuesAt } from "../valuesAt.ts";
import { HOMES_VOLUME } from "./homeVolume.ts";

/** What says which directory of the homes' volume is a user's own. */
export type MountSettings = Pick<Settings, "provisioning" | "homeDirectory" | "usernames"> & {
  readonly hub: Pick<Settings["hub"], "values">;
};

/** Mounts of the volume of all homes that would show one user another one's. */
export const mountFaults = (settings: MountSettings): Fault[] =>
  valuesAt(settings.hub.values, ["singleuser", "storage", "extraVolumeMounts", EACH], "hub.values").flatMap(
    ({ path, value }) => {
      const reason = mountReason(value, settings);
      if (reason === undefined) return [];
      return [
        {
          path,
          rule: `may not mount the homes' volume so, because it ${reason}`,
          got: show(value, path),
          fix: "give it a `subPath` beside the homes, such as _data: no user's home begins so",
        },
      ];
    },
  );

/** Whether a mount is, or may be, of a volume. */
export const isOfVolume = (mount: unknown, volume: string): boolean =>
  fieldOf(mount, "name").some((name) => mayBe(name, volume));

/** The directories of a volume that a mount shows; none: its root. */
export const subPathsOf = (mount: unknown): unknown[] => [
  ...fieldOf(mount, "subPath"),
  ...fieldOf(mount, "subPathExpr"),
];

/** Why a container may not have a mount; undefined where it may. Only static homes share a volume. */
export function mountReason(mount: unknown, settings: MountSettings): string | undefined {
  if (settings.provisioning !== Provisioning.Static) return undefined;
  if (!isOfVolume(mount, HOMES_VOLUME)) return undefined;
  const given = subPathsOf(mount);
  return (given.length === 0 ? [""] : given)
    .map((subPath) => subPathReason(subPath ?? "", settings))
    .find((reason) => reason !== undefined);
}

function subPathReason(subPath: unknown, settings: MountSettings): string | undefined {
  if (typeof subPath !== "string") return "cannot be looked into";
  if (subPath.includes("$")) return "takes part of a path from a variable";
  const parts = subPath.split("/").filter((part) => part !== "" && part !== ".");
  const [first = "", ...below] = parts;
  if (first === "" || parts.includes("..")) return "shows every home to every user";
  // What a user names is below, if anywhere: users choose the names of servers, and some their own.
  if (!below.every(hasOnlyOwnFields)) return "takes part of a path as the user writes it";
  if (first === homeTemplate(settings)) return undefined;
  if (hasField(first)) return "may show another user's home to a user of the right name";
  const [prefix = ""] = settings.homeDirectory.split("{username}");
  // With a prefix, a directory that lacks it is no home; without, any name may be one, but for those with a `_`.
  const mayBeHome = prefix === "" ? !first.startsWith("_") : first.startsWith(prefix);
  return mayBeHome ? "shows one user's home to every user" : undefined;
}
