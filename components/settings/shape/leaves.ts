import type { Input } from "@pulumi/pulumi";
import { z } from "zod";
import { oneOf } from "../nearest.ts";
import { isRecord } from "../path.ts";
import { isOpaque, SecretLeaf } from "../secret.ts";

/** What a value must be, as a sentence part, and how to mend one that is not. */
export interface Advice {
  readonly rule: string;
  readonly fix: string;
  /** The words to choose from, for a suggestion. */
  readonly words?: readonly string[];
  /** Whether it is text: then a number may only lack its quotes. */
  readonly isText?: true;
  /** Whether it may be a secret, whose content is looked at where it is known. */
  readonly isSecret?: true;
}

/** The advice of each leaf; faults are worded by it. */
export const advice = z.registry<Advice>();

/** One of a few words. */
export const word = <const T extends Readonly<Record<string, string>>>(words: T, fix: string) =>
  z
    .enum(words)
    .register(advice, { rule: `must be ${oneOf(Object.values(words))}`, fix, words: Object.values(words) })
    .exactOptional();

/** Yes or no. */
export const flag = (fix: string) =>
  z.boolean().register(advice, { rule: "must be `true` or `false`", fix }).exactOptional();

/** Yes or no, at the top of a stack file: there the engine makes text of it. */
export const topFlag = (fix: string) =>
  z
    .union([z.boolean(), z.literal("true").transform(() => true), z.literal("false").transform(() => false)])
    .register(advice, { rule: "must be `true` or `false`", fix })
    .exactOptional();

/** Yes or no, or a mapping with known keys that says how. */
export const flagOr = <T extends z.core.$ZodShape>(shape: T, fix: string) =>
  z
    .union([z.boolean(), z.custom<Record<string, unknown>>(isRecord).pipe(z.strictObject(shape))])
    .register(advice, { rule: "must be `true`, `false` or a mapping", fix })
    .exactOptional();

/** A whole number within bounds. */
export const wholeNumber = (from: number, to: number, fix: string) =>
  z
    .int()
    .min(from)
    .max(to)
    .register(advice, { rule: `must be a whole number from ${from} to ${to}`, fix })
    .exactOptional();

/** A number out of a list. */
export const numberOf = (numbers: readonly number[], fix: string) =>
  z
    .literal([...numbers])
    .register(advice, { rule: `must be ${oneOf(numbers)}`, fix })
    .exactOptional();

/** A text of a form. */
export const text = (form: RegExp, rule: string, fix: string) => textItem(form, rule, fix).exactOptional();

/** A text of a form, as an item of a list. */
export const textItem = (form: RegExp, rule: string, fix: string) =>
  z.string().regex(form).register(advice, { rule, fix, isText: true });

/** A text of a form, or an Output of one: that is taken as it is. */
export const textInput = (form: RegExp, rule: string, fix: string) =>
  z
    .custom<Input<string>>((value) => isOpaque(value) || (typeof value === "string" && form.test(value)))
    .register(advice, { rule, fix, isText: true })
    .exactOptional();

/** The same for what always is a secret: a stack file's is looked into, and never shown. */
export const secretInput = (form: RegExp, rule: string, fix: string) =>
  z
    .custom<Input<string>>((value) => {
      const content = value instanceof SecretLeaf ? (value.reveal() ?? value) : value;
      return isOpaque(content) || (typeof content === "string" && form.test(content));
    })
    .register(advice, { rule, fix, isText: true, isSecret: true })
    .exactOptional();

/** A mapping with known keys. An Output of one is not taken: what exists must be known before an update. */
export const mapping = <T extends z.core.$ZodShape>(shape: T) =>
  z.custom<Record<string, unknown>>(isRecord).pipe(z.strictObject(shape)).exactOptional();

/** A mapping with any keys, all values of one kind. */
export const mappingOf = <T extends z.ZodType>(keys: z.ZodString, values: T) =>
  z.custom<Record<string, unknown>>(isRecord).pipe(z.record(keys, values)).exactOptional();

/** Helm values: any plain data, of which only leaves may be Outputs. */
export const helmValues = () =>
  z
    .custom<Record<string, unknown>>(isRecord)
    .register(advice, {
      rule: "must be a mapping of the chart's values",
      fix: "Write the values as the chart's documentation has them; only leaves may be secrets or Outputs.",
    })
    .exactOptional();

/** A list without repeats. */
export const listOf = <T extends z.ZodType>(item: T, fix: string) =>
  z
    .array(item)
    .refine((list) => new Set(list).size === list.length)
    .register(advice, { rule: "must be a list with nothing twice", fix })
    .exactOptional();

/** A list without repeats, of at least one. */
export const someOf = <T extends z.ZodType>(item: T, fix: string) =>
  z
    .array(item)
    .min(1)
    .refine((list) => new Set(list).size === list.length)
    .register(advice, { rule: "must be a list of at least one, nothing twice", fix })
    .exactOptional();
