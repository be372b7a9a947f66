import type { Fault } from "../../settings/fault.ts";
import { HUB_TAG } from "../../settings/ownTags.ts";
import type { ProgramSettings } from "../../settings/settings.ts";
import type { FoundFileSystem, FoundMountTarget } from "../../surroundings/foundFileSystem.ts";
import type { Surroundings } from "../../surroundings/surroundings.ts";
import { hubTag } from "../tags.ts";

/** A file system that is to be used, and for what. */
export interface Adoption {
  readonly id: string;
  readonly found: FoundFileSystem;
  readonly settings: ProgramSettings;
  readonly surroundings: Surroundings;
  /** Where nodes run. */
  readonly zones: readonly string[];
  /** The security groups that the nodes are in. */
  readonly clients: readonly string[];
}

/** One thing that is wrong with it. */
export const wrong = ({ id }: Pick<Adoption, "id">, rule: string, fix: string, got = id): Fault => ({
  path: "fileSystem.existing.id",
  rule,
  got: got === id ? JSON.stringify(id) : got,
  fix,
});

/** The tags by which this hub knows its own, also while it moves from another namespace. */
function ownTags({ cluster, hub, movedFrom }: ProgramSettings): string[] {
  const before = movedFrom["hub.namespace"];
  const namespaces = [hub.namespace, ...(before === undefined ? [] : [String(before)])];
  return namespaces.map((namespace) => hubTag(cluster.existing.name, namespace));
}

/** Whether something that is tagged as a hub's is this hub's. */
export const isOwn = (tags: Readonly<Record<string, string>>, settings: ProgramSettings): boolean =>
  ownTags(settings).includes(tags[HUB_TAG] ?? "");

/**
 * Whether an earlier update of this stack made a mount target: these have no tags, but are in a security group that has.
 * Taken for somebody else's, it would be dropped from the stack, and so deleted.
 */
const isOwnTarget = ({ found, settings }: Adoption, { securityGroupIds }: FoundMountTarget): boolean =>
  securityGroupIds.some((id) => isOwn(found.securityGroups[id]?.tags ?? {}, settings));

/** The mount targets that are somebody else's, by zone. */
export const theirTargets = (adoption: Adoption): [zone: string, target: FoundMountTarget][] =>
  Object.entries(adoption.found.mountTargets).filter(([, target]) => !isOwnTarget(adoption, target));
