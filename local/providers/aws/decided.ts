import { isList, isProperties, type Value } from "../engine/values.ts";
import type { AnyAwsType } from "./awsType.ts";

/** Whether the cloud decides what is at this path while the program is silent; positions in lists do not count. */
export const decidedByCloud = (type: AnyAwsType, path: string): boolean =>
  type.decidedByCloud?.includes(path.replaceAll(/\[\d+\]/g, "")) === true;

/** A present value without the parts that the cloud decided and that the old input left to it. */
export function withoutDecided(
  type: AnyAwsType,
  path: string,
  old: Value | undefined,
  now: Value | undefined,
): Value | undefined {
  if (isList(old) && isList(now))
    return now.map((item, i) => withoutDecided(type, path, old[i], item) ?? null);
  if (!isProperties(old) || !isProperties(now)) return now;
  const kept = Object.entries(now).filter(
    ([name]) => name in old || !decidedByCloud(type, `${path}.${name}`),
  );
  return Object.fromEntries(
    kept.map(([name, value]) => [name, withoutDecided(type, `${path}.${name}`, old[name], value)]),
  );
}
