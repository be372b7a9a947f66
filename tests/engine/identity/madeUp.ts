import { isList, isProperties, type StateResource, type Value } from "./state.ts";

const awsId = /\b(?:(?:eni|fs|fsap|fsmt|sg|sgr)-[0-9a-f]{8,17}|a-[0-9a-z]{17})\b/g;
const uuid = /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/g;
const time = /\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g;
/** What AWS Backup calls a version of a plan. */
const planVersion = /^[0-9A-Za-z]{48}$/g;
/** Behind a resource's own name; longer in the id of a role's attachment. */
const autonamed = /-(?:[0-9a-f]{7}|[0-9a-f]{26})$/;

/**
 * What was made up when a stack was deployed, and is the same nowhere else, gets a name by the resource that has it
 * first, in the order in which they were made. So two records of one program are the same.
 */
export function madeUpNames(resources: readonly StateResource[]): (text: string) => string {
  const names = new Map<string, string>();
  const call = (madeUp: string, name: string): void => {
    if (names.has(madeUp)) return;
    const taken = new Set(names.values());
    let free = name;
    for (let count = 2; taken.has(free); count += 1) free = `${name}-${count}`;
    names.set(madeUp, free);
  };
  for (const { urn, type, id = "", inputs = {}, outputs = {} } of resources) {
    const owner = urn.split("::").slice(1).join("::");
    const title = `${type.split(/[:/]/).at(-1) ?? ""}-${owner}`;
    const chosen = isList(inputs.__defaults) ? inputs.__defaults : [];
    for (const value of [id, ...chosen.map((property) => inputs[property as string])]) {
      if (typeof value === "string" && autonamed.test(value))
        names.set(value, value.replace(autonamed, "-autonamed"));
    }
    for (const text of textsIn([id, inputs, outputs])) {
      for (const [found] of text.matchAll(awsId)) call(found, `${found.split("-")[0] ?? ""}-of-${owner}`);
      for (const [found] of text.matchAll(planVersion)) call(found, `version-of-${title}`);
      for (const [found] of text.matchAll(uuid)) call(found, `uuid-of-${title}`);
    }
  }
  const longestFirst = [...names].sort(([a], [b]) => b.length - a.length);
  return (text) =>
    longestFirst.reduce(
      (said, [madeUp, name]) => said.replaceAll(madeUp, name),
      text.replace(time, "2026-01-01T00:00:00Z"),
    );
}

/** Every text in a value. */
function textsIn(value: Value): string[] {
  if (typeof value === "string") return [value];
  if (isList(value)) return value.flatMap(textsIn);
  return isProperties(value) ? Object.values(value).flatMap(textsIn) : [];
}
