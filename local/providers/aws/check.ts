import { autoname, chosenByProvider, defaultsNote } from "../engine/autoname.ts";
import { violations } from "../engine/declarations/conform.ts";
import type { Declaration } from "../engine/declarations/shape.ts";
import type { CheckRequest, CheckResult } from "../engine/resourceType.ts";
import { containsUnknown, isProperties, type Properties, unknown, type Value } from "../engine/values.ts";
import type { AnyAwsType } from "./awsType.ts";

/** In IAM names and in EFS creation tokens alike, the bridged providers add seven digits. */
const digits = 7;

/** A policy written as an object is taken as its text; one with an unknown part is unknown as a whole. */
function asText(document: Value | undefined): Value | undefined {
  if (!isProperties(document)) return document;
  return containsUnknown(document) ? unknown : JSON.stringify(document);
}

/** Defaults, names and documents filled in, and the declaration and the type's own rules applied. */
export function checked(type: AnyAwsType, declaration: Declaration, request: CheckRequest): CheckResult {
  const { news } = request;
  const defaults: Record<string, Value> = {};
  for (const [name, value] of Object.entries(type.defaults ?? {})) {
    if ((news[name] ?? null) === null) defaults[name] = value;
  }
  Object.assign(defaults, nameFor(type, request));
  const documents = (type.documents ?? []).filter((name) => news[name] !== undefined);
  const inputs: Properties = {
    ...news,
    ...Object.fromEntries(documents.map((name) => [name, asText(news[name])])),
    ...defaults,
    [defaultsNote]: Object.keys(defaults),
  };
  const misfits = violations(news, declaration.inputs, declaration.types);
  if (misfits.length > 0) return { inputs, failures: misfits };
  const complete = type.complete?.(inputs as never) ?? inputs;
  return { inputs: complete, failures: type.validate?.(complete as never) ?? [] };
}

/** Keeps a name that the provider chose once; makes one when there is none. */
function nameFor(type: AnyAwsType, request: CheckRequest): Record<string, Value> {
  const { naming } = type;
  if (naming === undefined) return {};
  const { property, maxLength } = naming;
  const { news, olds } = request;
  if ((news[property] ?? news[`${property}Prefix`] ?? null) !== null) return {};
  const kept = chosenByProvider(olds, property) ? olds?.[property] : undefined;
  const name = kept ?? autoname(request, { digits, maxLength });
  return name === undefined ? {} : { [property]: name };
}
