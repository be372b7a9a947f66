import { Provisioning } from "../../settings/choices.ts";
import type { Fault } from "../../settings/fault.ts";
import type { Settings } from "../../settings/settings.ts";
import { show } from "../../settings/show.ts";
import { added } from "./userVolumes.ts";

/** The chart's name for the volume of all homes, in static provisioning. */
export const HOMES_VOLUME = "home";

/** A part of a path or name that is the user's own, whoever they are. */
export const ownField = /\{((safe_|escaped_)?(username|user_server)|userid)\}/;

/** Mounts of the volume of all homes that would show one user another one's. Only static homes share a volume. */
export function mountFaults({
  provisioning,
  homeDirectory,
  hub,
}: Pick<Settings, "provisioning" | "homeDirectory"> & {
  readonly hub: Pick<Settings["hub"], "values">;
}): Fault[] {
  if (provisioning !== Provisioning.Static) return [];
  const [prefix = ""] = homeDirectory.split("{username}");
  return added(hub.values, "extraVolumeMounts")
    .filter(({ item }) => item.name === HOMES_VOLUME)
    .flatMap(({ path, item }) => {
      const reason = mountReason(item.subPathExpr ?? item.subPath ?? "", prefix);
      if (reason === undefined) return [];
      return [
        {
          path,
          rule: `may not mount the homes' volume so, because it ${reason}`,
          got: show(item, path),
          fix: "give it a `subPath` beside the homes, such as _data: no user's home begins so",
        },
      ];
    });
}

function mountReason(subPath: unknown, prefix: string): string | undefined {
  if (typeof subPath !== "string") return "cannot be looked into";
  if (subPath.replace(/[./]+/g, "") === "") return "shows every home to every user";
  if (subPath.includes("unescaped_")) return "takes part of a path as the user writes it";
  const [first = ""] = subPath.split("/").filter((part) => part !== "" && part !== ".");
  // With a prefix, a directory that lacks it is no home; without, any name may be one, but for those with a `_`.
  const mayBeHome = prefix === "" ? !first.startsWith("_") : first.startsWith(prefix);
  return mayBeHome && !ownField.test(first) ? "shows one user's home to every user" : undefined;
}
