import type { Fault } from "./fault.ts";

/** All faults as one message for people. */
export function formatFaults(faults: readonly Fault[], title = wrongSettings(faults.length)): string {
  return [title, ...faults.map(formatFault)].join("\n\n");
}

const wrongSettings = (count: number): string =>
  count === 1 ? "1 setting is wrong:" : `${count} settings are wrong:`;

const formatFault = ({ path, rule, got, fix }: Fault): string =>
  [`  "${path}" ${rule}, got ${got}.`, `    ${sentence(fix)}`].join("\n");

const sentence = (text: string): string =>
  text.charAt(0).toUpperCase() + text.slice(1) + (/[.:…?]$/.test(text) ? "" : ".");

/** By path, each once: two rules that say the same of the same place are one fault. */
export function sortFaults(faults: readonly Fault[]): Fault[] {
  const once = new Map(faults.map((fault) => [`${fault.path}\n${fault.rule}`, fault]));
  return [...once.values()].sort(
    (one, other) => compare(one.path, other.path) || compare(one.rule, other.rule),
  );
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
