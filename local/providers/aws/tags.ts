import { isProperties, type Properties, unknown, type Value } from "../engine/values.ts";

/** Tags by key. */
export type Tags = Readonly<Record<string, string>>;

/** A tag as most services have it. */
export interface Tag {
  readonly Key?: string | undefined;
  readonly Value?: string | undefined;
}

/** What has to be told to a service for its tags to become others. */
export interface TagChange {
  readonly set: Tags;
  readonly remove: readonly string[];
}

/** Tags as a list of pairs. */
export const tagList = (tags: Tags): { Key: string; Value: string }[] =>
  Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));

/** Tags by key, without those that AWS itself makes. */
export function tagMap(tags: readonly Tag[] | Readonly<Record<string, string>> | undefined): Tags {
  const list = Array.isArray(tags) ? (tags as readonly Tag[]) : tagList((tags ?? {}) as Tags);
  const pairs = list.map(({ Key = "", Value = "" }) => [Key, Value] as const);
  return Object.fromEntries(pairs.filter(([key]) => !key.startsWith("aws:")));
}

/** A resource's own tags over the provider's default ones; unknown while its own are. */
export function allTags(defaults: Tags, own: Value | undefined): Value {
  if (own === unknown) return unknown;
  return { ...defaults, ...(isProperties(own) ? own : {}) };
}

/**
 * The tags that count as the resource's own: all but the provider's default ones, unless the program
 * wrote the same tag itself.
 */
export function ownTags(all: Tags, defaults: Tags, written: Value | undefined): Properties | undefined {
  const asked = isProperties(written) ? written : {};
  const own = Object.entries(all).filter(([key, value]) => defaults[key] !== value || key in asked);
  return own.length === 0 && !isProperties(written) ? undefined : Object.fromEntries(own);
}

/** How tags changed; undefined: not at all. */
export function tagChange(olds: Tags, news: Tags): TagChange | undefined {
  const set = Object.fromEntries(Object.entries(news).filter(([key, value]) => olds[key] !== value));
  const remove = Object.keys(olds).filter((key) => !(key in news));
  return Object.keys(set).length + remove.length === 0 ? undefined : { set, remove };
}
