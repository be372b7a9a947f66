import type { Fault } from "../../settings/fault.ts";
import { HUB_TAG } from "../../settings/ownTags.ts";
import { type Adoption, isOwn } from "./adoption.ts";

/**
 * Whether homes would lie among another hub's. Access points without a hub's tag say nothing of whose the directory
 * is: the one that today's hub uses is exactly where homes are.
 */
export const neighbourFaults = ({ found, settings, surroundings }: Adoption): Fault[] =>
  Object.entries(found.accessPoints)
    .filter(([, { path, tags }]) => areNested(path, settings.homesPath) && !isOwn(tags, settings))
    .map(([id, { path, tags }]) => ({
      path: "homesPath",
      rule: `must not be, hold or lie in the homes of another hub: ${path} belongs to the hub ${tags[HUB_TAG] ?? ""} by its access point ${id}`,
      got: JSON.stringify(settings.homesPath),
      fix: `Give this hub a directory of its own. If that hub is gone, delete its access point, which deletes no file: \`aws efs delete-access-point --region ${surroundings.region} --access-point-id ${id}\`.`,
    }));

/** Whether one of two directories is the other, or in it. */
const areNested = (one: string, other: string): boolean => isIn(one, other) || isIn(other, one);

const isIn = (inner: string, outer: string): boolean =>
  `${inner}/`.startsWith(outer === "/" ? "/" : `${outer}/`);
