import { closest } from "fastest-levenshtein";
import type { Failure } from "../resourceType.ts";
import { isAsset, isList, isProperties, type Properties, unknown, type Value } from "../values.ts";
import type { Declaration, Members, Shape } from "./shape.ts";

type Types = Declaration["types"];

const described = (value: Value): string => {
  if (value === null) return "null";
  if (isList(value)) return "a list";
  return isProperties(value) ? "an object" : `a ${typeof value}`;
};

const at = (path: string, name: string): string => (path === "" ? name : `${path}.${name}`);

/** The reason that a fault has when a required property is not there. */
export const missing = "is required, but missing";

/**
 * How some properties break their declaration: unknown names, missing ones, wrong types, at every depth.
 * A value that is not known yet fits everywhere. Values are never quoted: one may be a secret.
 */
export function violations(properties: Properties, members: Members, types: Types, path = ""): Failure[] {
  const names = Object.keys(members);
  const given = Object.entries(properties).filter(
    ([name, value]) => value !== undefined && !name.startsWith("__"),
  );
  const strangers = given
    .filter(([name]) => !names.includes(name))
    .map(([name]) => ({
      property: at(path, name),
      reason: `there is no such property${suggestion(name, names)}`,
    }));
  const absent = names
    .filter((name) => members[name]?.optional === false && (properties[name] ?? null) === null)
    .map((name) => ({ property: at(path, name), reason: missing }));
  const wrong = given.flatMap(([name, value]) => {
    const member = members[name];
    return member === undefined || (value ?? null) === null
      ? []
      : misfits(value ?? null, member.shape, types, at(path, name));
  });
  return [...strangers, ...absent, ...wrong];
}

const suggestion = (name: string, names: readonly string[]): string =>
  names.length === 0 ? "" : `; did you mean "${closest(name, names)}"?`;

function misfits(value: Value, shape: Shape, types: Types, path: string): Failure[] {
  if (value === unknown || isAsset(value)) return [];
  const wrong = (expected: string): Failure[] => [
    { property: path, reason: `must be ${expected}, not ${described(value)}` },
  ];
  switch (shape.kind) {
    case "any":
      return [];
    case "string":
    case "number":
    case "boolean":
      return typeof value === shape.kind ? [] : wrong(`a ${shape.kind}`);
    case "literal":
      return value === shape.value ? [] : wrong(`"${shape.value}"`);
    case "list":
      return isList(value)
        ? value.flatMap((item, i) => misfits(item, shape.of, types, `${path}[${i}]`))
        : wrong("a list");
    case "map":
      if (!isProperties(value)) return wrong("an object");
      return Object.entries(value).flatMap(([name, item]) =>
        misfits(item ?? null, shape.of, types, at(path, name)),
      );
    case "object":
      return isProperties(value)
        ? violations(value, types[shape.name] ?? {}, types, path)
        : wrong("an object");
    case "union": {
      const tries = shape.of.map((option) => misfits(value, option, types, path));
      return tries.some((failures) => failures.length === 0) ? [] : (tries[0] ?? []);
    }
  }
}
