import type { Fault } from "../settings/fault.ts";
import { formatFaults, sortFaults } from "../settings/formatFaults.ts";
import type { MovedFrom } from "../settings/settings.ts";
import { fateOf } from "./fate.ts";
import { isOfCopies } from "./copiesTaken.ts";
import { adviceFor } from "./moveAdvice.ts";
import { cutsOff } from "./narrowing.ts";
import { type Change, changesOf, type Recorded, type StackRecord } from "./record.ts";

/**
 * The message that refuses an update which would take homes from their users; undefined: nothing to refuse. What the
 * user says to have moved passes, except what is held.
 */
export function refusedMoves(last: StackRecord, next: StackRecord, movedFrom: MovedFrom): string | undefined {
  const refused = changesOf(last.homes, next.homes)
    .filter((change) => cutsOff(change, next))
    .filter(
      (change) =>
        String(movedFrom[change.path] ?? "") !== String(change.from) ||
        fateOf(change, last, next)?.isHeld === true,
    );
  if (refused.length === 0) return undefined;
  const faults = refused.map((change) => faultOf(change, last, next));
  return [formatFaults(sortFaults(faults), titleOf(refused)), theWord(refused)].join("\n\n");
}

const titleOf = (changes: readonly Change[]): string => {
  const ofHomes = changes.some(({ path }) => !isOfCopies(path));
  const taken = ofHomes ? "homes from their users" : "copies of homes away";
  return `${changes.length === 1 ? "1 change" : `${changes.length} changes`} would take ${taken}:`;
};

const theWord = (changes: readonly Change[]): string =>
  [
    "If that is meant, say the old value (jupyterhub-efs:movedFrom in a stack file), and the next update lets it through:",
    "",
    "  movedFrom:",
    ...changes.map(({ path, from }) => `    ${path}: ${asYaml(from)}`),
  ].join("\n");

/** Quoted, unless it is the same text without: `{username}` would be a mapping, `1e3` a number and `true` neither. https://yaml.org/spec/1.2.2/#733-plain-style */
const asYaml = (value: Recorded): string =>
  typeof value === "string" && (!/^[A-Za-z/][\w./:-]*\w$/.test(value) || otherThanText.test(value))
    ? JSON.stringify(value)
    : String(value);

/** Words that YAML, of one version or another, takes for something else. */
const otherThanText = /^(true|false|null|yes|no|on|off|y|n)$/i;

function faultOf(change: Change, last: StackRecord, next: StackRecord): Fault {
  const { path, from, to } = change;
  const fate = fateOf(change, last, next);
  return {
    path,
    rule: `was ${from} at the last update, and ${isOfCopies(path) ? "copies of homes" : "homes"} rest on it`,
    got: String(to),
    fix: [adviceFor(change, last.homes, next), ...(fate ? [fate.said] : [])].join(" "),
  };
}
