import { dateFaults } from "./dates.ts";
import { type Draft, draft } from "./draft.ts";
import { exclusiveFaults } from "./exclusive.ts";
import type { Fault } from "./fault.ts";
import { sortFaults } from "./formatFaults.ts";
import { compact, isWithin, overlap, without } from "./path.ts";
import { componentRules, programRules } from "./rules/rules.ts";
import type { Rule } from "./rules/rule.ts";
import type { ProgramSettings, Settings } from "./settings.ts";
import { faultsOfShape } from "./shape/faultsOfShape.ts";
import { componentShape, type Given, programShape } from "./shape/shape.ts";
import { settingsWarnings } from "./warnings.ts";

/** Settings that are complete and right, or everything that is wrong with them. */
export type Checked<T> =
  { readonly settings: T; readonly warnings: readonly string[] } | { readonly faults: readonly Fault[] };

/** A check of a later stage, whose faults are to come in the same message. */
export type FurtherCheck = (settings: Settings) => readonly Fault[];

/** Checks the component's settings: all of the program's but where its cluster is. */
export function checkSettings(raw: Record<string, unknown>, further?: FurtherCheck): Checked<Settings> {
  const { faults, settings } = examine(compact(raw), componentShape, componentRules, further);
  if (faults.length > 0 || !hasDatabase(settings)) return { faults };
  const { cluster: _cluster, kubernetes: _kubernetes, network: _network, ...own } = settings;
  return { settings: own, warnings: settingsWarnings(own) };
}

/** Checks a stack file's settings. */
export function checkProgramSettings(
  raw: Record<string, unknown>,
  further?: FurtherCheck,
): Checked<ProgramSettings> {
  const { faults, settings } = examine(compact(raw), programShape, programRules, further);
  const { cluster } = settings;
  if (faults.length > 0 || cluster === undefined || !hasDatabase(settings)) return { faults };
  return { settings: { ...settings, cluster }, warnings: settingsWarnings(settings) };
}

/**
 * Finds every fault in one go: what is faulty in itself is cut out, defaults take its place, and each rule is asked
 * whose own paths are sound.
 */
function examine(
  raw: unknown,
  shape: typeof componentShape | typeof programShape,
  rules: readonly Rule[],
  further: FurtherCheck = () => [],
): { faults: Fault[]; settings: Draft } {
  const dates = dateFaults(raw);
  const misfits = faultsOfShape(shape, raw).filter(
    ({ fault }) => !dates.some((date) => date.fault.path === fault.path),
  );
  const cut = [...dates, ...misfits];
  const own = cut.map(({ fault }) => fault);
  const given = soundPart(
    shape,
    without(
      raw,
      cut.map(({ path }) => path),
    ),
  );
  const settings = draft(given);
  const isSound = (looksAt: readonly string[]) =>
    !looksAt.some((path) => own.some((fault) => overlap(fault.path, path)));
  const ofRules = rules
    .filter(({ looksAt }) => isSound(looksAt))
    .flatMap(({ check }) => check({ settings, given }));
  const found = [...own, ...exclusiveFaults(raw), ...ofRules];
  return { faults: sortFaults([...found, ...furtherFaults(settings, found, further)]), settings };
}

/** What is left once everything faulty is cut out. To cut an item can empty a list, so it looks again. */
function soundPart(shape: typeof componentShape | typeof programShape, raw: unknown): Given {
  const result = shape.safeParse(compact(raw ?? {}));
  if (result.success) return result.data;
  const paths = faultsOfShape(shape, compact(raw)).map(({ path }) => path);
  return soundPart(shape, without(compact(raw), paths));
}

/** What decides the values that we set; while one of these is faulty, a contradiction to them means nothing. */
const deciding = [
  "userMode",
  "provisioning",
  "posix",
  "homesPath",
  "homeDirectory",
  "usernames",
  "sharedFolders",
  "hub.name",
  "hub.namespace",
  "hub.image",
  "hub.grantSudo",
  "hub.admins",
  "hub.values",
  "driver",
];

function furtherFaults(settings: Draft, found: readonly Fault[], further: FurtherCheck): Fault[] {
  if (found.some(({ path }) => deciding.some((place) => overlap(path, place)))) return [];
  if (hasDatabase(settings)) return [...further(settings)];
  // Any kind will do: what contradicts it is left out.
  const guess: Settings = { ...settings, hub: { ...settings.hub, database: { kind: "memory" } } };
  return further(guess).filter(({ path }) => !isWithin(path, "hub.values.hub.db"));
}

const hasDatabase = (settings: Draft): settings is Draft & Settings => settings.hub.database !== undefined;
