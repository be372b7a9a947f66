import { z } from "zod";
import type { Fault } from "../fault.ts";
import { nearest } from "../nearest.ts";
import { formatPath, type Path, valueAt } from "../path.ts";
import { show, showKind } from "../show.ts";
import { isOpaque } from "../secret.ts";
import { laterKeys } from "./laterReleases.ts";
import { type Advice, advice } from "./leaves.ts";

/** A fault, and where it stands: so that it can be cut out before the rules look. */
export interface PlacedFault {
  readonly path: Path;
  readonly fault: Fault;
}

/** Everything in `raw` that does not fit the shape. */
export function faultsOfShape(shape: z.ZodType, raw: unknown): PlacedFault[] {
  const result = shape.safeParse(raw);
  if (result.success) return [];
  return result.error.issues
    .flatMap(withinChoice)
    .flatMap((issue) =>
      issue.code === "unrecognized_keys"
        ? issue.keys.map((key) => unknownKey(shape, issue.path, key, valueAt(raw, [...issue.path, key])))
        : [misfit(shape, issue.path, valueAt(raw, issue.path))],
    );
}

/** Of a choice between a word and a mapping: what is wrong inside the mapping, where one was written. */
function withinChoice(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== "invalid_union") return [issue];
  const inside = issue.errors.find((issues) =>
    issues.some(({ code, path }) => code === "unrecognized_keys" || path.length > 0),
  );
  return inside === undefined
    ? [issue]
    : inside.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
}

function unknownKey(shape: z.ZodType, parent: Path, key: string, value: unknown): PlacedFault {
  const path = [...parent, key];
  const written = formatPath(path);
  const known = knownKeys(schemaAt(shape, parent));
  const near = nearest(key, known);
  const meant = near === undefined ? undefined : formatPath([...parent, near]);
  const got = showKind(value);
  const later = laterKeys[written];
  if (later !== undefined)
    return { path, fault: { path: written, rule: "is not in this release", got, fix: later } };

  const fix =
    meant === undefined ? `Remove it, or use one of ${known.join(", ")}.` : `Did you mean \`${meant}\`?`;
  return { path, fault: { path: written, rule: "is not a known setting", got, fix } };
}

function misfit(shape: z.ZodType, path: Path, value: unknown): PlacedFault {
  const written = formatPath(path);
  const schema = schemaAt(shape, path);
  const { rule, fix } = adviceOf(schema);
  const got = show(value, written);
  return { path, fault: { path: written, rule, got, fix: remedy(schema, value, fix) } };
}

const secretPlaces =
  "secrets are for `kubernetes.kubeconfig`, `hub.database.url`, ids, addresses and passwords of `hub.signIn`, `fileSystem.create.kmsKeyArn`, `fileSystem.create.replication.kmsKeyArn`, values of tags and leaves of a chart's values";

/** A remedy for the value at hand, where there is a better one than the general. */
function remedy(schema: z.ZodType | undefined, value: unknown, general: string): string {
  if (isOpaque(value) && adviceOf(schema).isSecret !== true) return `Write it in the open: ${secretPlaces}.`;
  if (value === null) return `Write a value, or remove the key for its default. ${general}`;
  const { words, isText } = adviceOf(schema);
  const meant = typeof value === "string" && words !== undefined ? nearest(value, words) : undefined;
  if (meant !== undefined) return `Did you mean \`${meant}\`? ${general}`;
  const isScalar = typeof value === "number" || typeof value === "boolean";
  return isText && isScalar ? `Put it in quotes, so that YAML takes it as text. ${general}` : general;
}

function adviceOf(schema: z.ZodType | undefined): Advice {
  const known = knownKeys(schema);
  return (
    (schema && advice.get(schema)) ?? {
      rule: "must be a mapping",
      fix:
        known.length === 0
          ? "Write it as keys with values."
          : `Write it as keys with values: ${known.join(", ")}.`,
    }
  );
}

function knownKeys(schema: z.ZodType | undefined): string[] {
  const chosen = mappingOfChoice(schema);
  return chosen instanceof z.ZodObject ? Object.keys(chosen.shape) : [];
}

/** The mapping among the choices, where there is one; anything else is itself. */
const mappingOfChoice = (schema: z.ZodType | undefined): z.ZodType | undefined =>
  schema instanceof z.ZodUnion
    ? schema.options
        .map((option) => unwrapped(option as z.ZodType))
        .find((option) => option instanceof z.ZodObject)
    : schema;

/** The schema of the value at a path, without its wrappers. */
function schemaAt(schema: z.ZodType, path: Path): z.ZodType | undefined {
  return path.reduce<z.ZodType | undefined>((outer, step) => inner(outer, step), unwrapped(schema));
}

function inner(outer: z.ZodType | undefined, step: PropertyKey): z.ZodType | undefined {
  const schema = mappingOfChoice(outer);
  if (schema instanceof z.ZodObject)
    return unwrapped((schema.shape as Record<string, z.ZodType>)[String(step)]);
  if (schema instanceof z.ZodRecord) return unwrapped(schema.valueType as z.ZodType);
  if (schema instanceof z.ZodArray) return unwrapped(schema.element as z.ZodType);
  return undefined;
}

function unwrapped(schema: z.ZodType | undefined): z.ZodType | undefined {
  if (schema instanceof z.ZodExactOptional) return unwrapped(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodPipe) return unwrapped(schema.out as z.ZodType);
  return schema;
}
