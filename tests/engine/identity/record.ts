import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import prettier from "prettier";
import type { Raw } from "../support/hub.ts";
import { isList, isProperties, type Options, type Properties, type Value } from "./state.ts";

/** A resource as a record has it: what its URN says is not said again. */
export interface RecordedResource extends Options {
  readonly id?: string;
  readonly external?: boolean;
  readonly parent?: string;
  /** The provider's URN, without its id. */
  readonly provider?: string;
  readonly inputs?: Properties;
  /** What its outputs have beside the inputs, as a merge patch of them. */
  readonly made?: Properties;
}

/**
 * What a stack of a release has, with names in place of whatever differs from one environment to the next: those in
 * braces are known only where it is used, the others stand for what was made up when it was deployed.
 */
export interface Recorded {
  /** What its stack file says. */
  readonly settings: Raw;
  /** The format of the engine's state, and what of it a reader has to know. */
  readonly version: number;
  readonly features: readonly string[];
  /** By URN, without the stack and the project that each begins with. */
  readonly resources: Readonly<Record<string, RecordedResource>>;
}

const folder = path.join(import.meta.dirname, "recorded");
const fileOf = (name: string): string => path.join(folder, `${name}.json`);
const allowed = "allowed";

/** The names of all records. */
export async function recordNames(): Promise<string[]> {
  const names = (await readdir(folder)).map((file) => path.basename(file, ".json"));
  return names.filter((name) => name !== allowed).sort();
}

const read = async (name: string): Promise<unknown> => JSON.parse(await readFile(fileOf(name), "utf8"));

export const readRecord = async (name: string): Promise<Recorded> => (await read(name)) as Recorded;

/** Each change that may come to users of the recorded release, and why it may. */
export const readAllowed = async (): Promise<Readonly<Record<string, string>>> =>
  (await read(allowed)) as Record<string, string>;

export async function writeRecord(name: string, record: Recorded): Promise<void> {
  const text = JSON.stringify(sorted(record as unknown as Value));
  await writeFile(fileOf(name), await prettier.format(text, { parser: "json", printWidth: 110 }));
}

function sorted(value: Value): Value {
  if (isList(value)) return value.map(sorted);
  if (!isProperties(value)) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, inner]) => [name, sorted(inner)]));
}
