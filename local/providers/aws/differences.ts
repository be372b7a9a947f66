import { chosenByProvider } from "../engine/autoname.ts";
import { type Change, compare, type Diff, equal, replaces, rootOf } from "../engine/diff.ts";
import type { DiffRequest } from "../engine/resourceType.ts";
import { isList, type Properties, type Value } from "../engine/values.ts";
import type { AnyAwsType } from "./awsType.ts";
import { decidedByCloud } from "./decided.ts";
import { allTags, type Tags } from "./tags.ts";

/** The provider's own settings that a resource's difference depends on. */
export interface ProviderDefaults {
  readonly region: string;
  readonly defaultTags: Tags;
}

const sorted = (list: readonly Value[]): Value[] =>
  [...list].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

const parsed = (text: Value): Value | undefined => {
  try {
    return typeof text === "string" ? (JSON.parse(text) as Value) : undefined;
  } catch {
    return undefined;
  }
};

/** Whether two values mean the same for this type: sets in any order, equivalent documents. */
export function same(
  type: AnyAwsType,
  name: string,
  old: Value | undefined,
  now: Value | undefined,
): boolean {
  if (equal(old, now)) return true;
  if (old === undefined || now === undefined) return false;
  if (type.sets?.includes(name) === true) {
    return isList(old) && isList(now) && equal(sorted(old), sorted(now));
  }
  if (type.documents?.includes(name) !== true) return false;
  const [before, after] = [parsed(old), parsed(now)];
  return before !== undefined && after !== undefined && equal(before, after);
}

/** The difference that the official provider would see between the state and the new inputs. */
export function awsDifference(type: AnyAwsType, request: DiffRequest, provider: ProviderDefaults): Diff {
  const { oldInputs, oldOutputs, news } = request;
  const kept = Object.entries(news).filter(([name, value]) => same(type, name, oldInputs[name], value));
  const alike: Properties = { ...news, ...Object.fromEntries(kept.map(([name]) => [name, oldInputs[name]])) };
  const everything = type.update === undefined || type.replaces?.(oldInputs as never, news as never) === true;
  const all = [...new Set([...Object.keys(oldInputs), ...Object.keys(news)])];
  const found = compare(oldInputs, alike, everything ? all : type.replaceOn);
  const silent = (change: Change): boolean => change.kind === "delete" && decidedByCloud(type, change.path);
  const own = found.changes.filter((change) => !silent(change) && rootOf(change.path) !== "region");
  const changes = [
    ...own,
    ...regionChange(oldOutputs, news, provider),
    ...tagsAllChange(own, oldOutputs, news, provider),
  ];
  if (!replaces({ changes })) return { changes };
  return {
    changes,
    deleteBeforeReplace: type.deleteBeforeReplace === true || nameFixed(type, oldInputs, news),
  };
}

/** A resource stays in its region: another one, by its own argument or by the provider's, makes it anew. */
function regionChange(outputs: Properties, news: Properties, { region }: ProviderDefaults): Change[] {
  const [old, now] = [outputs.region, news.region ?? region];
  return old === undefined || old === now ? [] : [{ path: "region", kind: "update", replace: true }];
}

/** The provider's default tags may have changed though the resource's own did not. */
function tagsAllChange(
  own: readonly Change[],
  outputs: Properties,
  news: Properties,
  { defaultTags }: ProviderDefaults,
): Change[] {
  if (outputs.tagsAll === undefined || own.some((change) => rootOf(change.path) === "tags")) return [];
  const changed = !equal(outputs.tagsAll, allTags(defaultTags, news.tags));
  return changed ? [{ path: "tagsAll", kind: "update", replace: false }] : [];
}

/** Two things of one name cannot live side by side. */
function nameFixed(type: AnyAwsType, olds: Properties, news: Properties): boolean {
  const property = type.naming?.property;
  if (property === undefined || chosenByProvider(news, property)) return false;
  return news[property] !== undefined && news[property] === olds[property];
}
