import { engineTime } from "./time.ts";

/** What a scalar of a stack file is to the engine. */
export type EngineScalar = string | number | boolean | null;

const words: Readonly<Record<string, boolean | null>> = {
  true: true,
  True: true,
  TRUE: true,
  false: false,
  False: false,
  FALSE: false,
  "": null,
  "~": null,
  null: null,
  Null: null,
  NULL: null,
};

/** The engine reads them as numbers, and then cannot hand them on. */
const notFinite = /^([-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN))$/;

const decimal = /^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$/;
const based = /^([-+]?)0(x[0-9a-f]+|b[01]+|o?[0-7]+)$/i;

/**
 * A plain scalar, as the YAML of the engine (Go's yaml.v3) reads it: not YAML 1.1 and not 1.2, but a mixture.
 * `yes` is text, `0755` is octal, `1_000` is a number and `2026-08-10` a time.
 */
export function plainScalar(source: string): EngineScalar {
  const word = words[source];
  if (word !== undefined) return word;
  if (notFinite.test(source)) throw new Error(`the engine takes no ${source}`);
  if (!/^[-+.0-9]/.test(source)) return source;
  return engineTime(source) ?? number(source.replaceAll("_", "")) ?? source;
}

function number(source: string): number | undefined {
  const [, sign = "", digits] = based.exec(source) ?? [];
  if (digits !== undefined) {
    const value = Number(/^[xbo]/i.test(digits) ? `0${digits}` : `0o${digits}`);
    return sign === "-" ? 0 - value : value;
  }
  const value = decimal.test(source) ? Number(source) : Number.NaN;
  // Minus zero is zero, as JSON from the engine has it.
  return Number.isFinite(value) ? value + 0 : undefined;
}

/** A scalar with a tag of its own, like `!!str 12`. A tag that YAML doesn't know leaves text. */
export function taggedScalar(tag: string, source: string): EngineScalar {
  switch (tag.replace(/^(tag:yaml\.org,2002:|!!)/, "")) {
    case "binary":
      return Buffer.from(source, "base64").toString("utf8");
    case "int":
    case "float":
    case "bool":
    case "null":
    case "timestamp":
      return plainScalar(source);
    default:
      return source;
  }
}
