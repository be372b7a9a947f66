import { isDeepStrictEqual } from "node:util";
import {
  mapTexts,
  optionNames,
  optionsOf,
  type Properties,
  type StateResource,
  type Value,
} from "./state.ts";

/** What `pulumi preview --json --show-sames` says. https://www.pulumi.com/docs/iac/cli/commands/pulumi_preview/ */
export interface Digest {
  readonly steps?: readonly Step[];
  readonly diagnostics?: readonly {
    readonly urn?: string;
    readonly message?: string;
    readonly severity?: string;
  }[];
}

interface Step {
  readonly op: string;
  readonly urn: string;
  readonly oldState?: StateResource;
  readonly newState?: StateResource;
  readonly detailedDiff?: Readonly<Record<string, unknown>> | null;
  readonly replaceReasons?: readonly string[];
}

/** A replacement is three steps to the engine. */
const replacing = new Set(["create-replacement", "delete-replaced", "replace"]);
const untouched = new Set(["same", "read"]);

/**
 * What an update would do to the resources of a state, a line each: `create`, `replace`, `update`, `delete`, `options`,
 * with the URN and the properties that differ.
 */
export function differences(
  before: readonly StateResource[],
  { steps = [], diagnostics = [] }: Digest,
): string[] {
  const errors = diagnostics
    .filter(({ severity }) => severity === "error")
    .map(
      ({ urn = "", message = "" }) =>
        `error ${[urn, message.trim()].filter((part) => part !== "").join(": ")}`,
    );
  const changes = steps.filter(({ op }) => !untouched.has(op)).map(lineOf);
  return [...new Set([...changes, ...optionChanges(before, steps), ...errors])];
}

function lineOf({ op, urn, detailedDiff, replaceReasons }: Step): string {
  const properties = Object.keys(detailedDiff ?? {});
  const named = properties.length > 0 ? properties : (replaceReasons ?? []);
  return `${replacing.has(op) ? "replace" : op} ${urn}${named.length > 0 ? `: ${[...named].sort().join(", ")}` : ""}`;
}

/** The engine counts no change of an option as a change, though a protection that is gone lets homes go. */
function optionChanges(before: readonly StateResource[], steps: readonly Step[]): string[] {
  const old = new Map(before.map((resource) => [resource.urn, resource]));
  // An alias leads from the new name to the old one.
  const oldUrns = new Map(steps.map(({ urn, oldState }) => [urn, oldState?.urn ?? urn]));
  const asBefore = (value: Value): Value => mapTexts(value, (text) => oldUrns.get(text) ?? text);
  return steps.flatMap(({ urn, newState, oldState }) => {
    const was = old.get(oldState?.urn ?? urn);
    if (was === undefined || newState === undefined) return [];
    const [told, tells] = [optionsOf(was), optionsOf(asBefore(newState as unknown as Value) as Properties)];
    return optionNames.flatMap((name) => {
      const [from, to] = [told[name], tells[name]];
      return isDeepStrictEqual(from, to) ? [] : [`options ${urn}: ${name} ${shown(from, to)}`];
    });
  });
}

function shown(from: Value | undefined, to: Value | undefined): string {
  const [before, after] = [listed(from), listed(to)];
  if (before === undefined || after === undefined) return `${text(from)} -> ${text(to)}`;
  const gone = before.filter((one) => !after.includes(one)).map((one) => `-${last(one)}`);
  const come = after.filter((one) => !before.includes(one)).map((one) => `+${last(one)}`);
  return [...gone, ...come].join(" ");
}

/** Of a URN: its own type and name, without those that it is in. */
const last = (urn: string): string => urn.split("$").at(-1) ?? urn;

const listed = (value: Value | undefined): string[] | undefined =>
  Array.isArray(value) ? value.map(String) : value === undefined ? [] : undefined;

const text = (value: Value | undefined): string => (value === undefined ? "nothing" : JSON.stringify(value));
