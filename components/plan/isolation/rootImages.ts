import { UserMode } from "../../settings/choices.ts";
import type { Fault } from "../../settings/fault.ts";
import { IMAGE_FOR_ROOT, imageWarning, notForRoot } from "../../settings/rules/image.ts";
import type { Settings } from "../../settings/settings.ts";
import { show } from "../../settings/show.ts";
import { hasField } from "../templates.ts";
import { traitsAt } from "./spawnerTraits.ts";

type ImageSettings = Pick<Settings, "userMode"> & { readonly hub: Pick<Settings["hub"], "values"> };

/** Images beside `hub.image` that root servers would start from, and never drop from root. */
export const rootImageFaults = (settings: ImageSettings): Fault[] =>
  images(settings).flatMap(({ path, image, name, tag }) => {
    const found = notForRoot(name, tag);
    return found === undefined
      ? []
      : [{ path, rule: found.rule, got: show(image, path), fix: IMAGE_FOR_ROOT }];
  });

/** What cannot be known of the others. One that users name is told apart. */
export const rootImageWarnings = (settings: ImageSettings): string[] =>
  images(settings).flatMap(
    ({ path, name, tag }) => imageWarning(settings.userMode, { name, tag }, path) ?? [],
  );

/** In root mode: of profiles, their choices, and KubeSpawner's own traits. */
function images({ userMode, hub }: ImageSettings) {
  if (userMode !== UserMode.Root) return [];
  return [
    ...traitsAt(hub.values, "image"),
    ...traitsAt(hub.values, "extra_container_config", "image"),
  ].flatMap(({ path, value: image }) => {
    if (typeof image !== "string" || hasField(image)) return [];
    // A colon before the last slash is a registry's port; a digest has one of its own.
    const [, name = image, tag = ""] = /^(.*?)(?::([^/:@]+))?(?:@.*)?$/.exec(image) ?? [];
    return [{ path, image, name, tag }];
  });
}
