import { type Answer, certainly } from "./answer.ts";

/** What is known of a value: the value, or only how it begins. `isNew`: AWS has yet to make it up, so nobody has written it. */
export type Known = string | { readonly startsWith: string; readonly isNew?: boolean };

/**
 * Whether a value fits a pattern in which `*` is any text and `?` any character. Of a value of which only the beginning
 * is known it is certain where the pattern's last `*` takes the rest, and where the two cannot agree.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html#reference_policies_elements_resource_wildcards
 */
export function fits(pattern: string, value: Known): Answer {
  if (typeof value === "string") return certainly(asExpression(pattern).test(value));
  const { startsWith, isNew = false } = value;
  if (pattern.endsWith("*") && asExpression(pattern).test(startsWith)) return "yes";
  const wildcard = pattern.search(/[*?]/);
  const literal = wildcard === -1 ? pattern : pattern.slice(0, wildcard);
  const common = Math.min(literal.length, startsWith.length);
  if (literal.slice(0, common) !== startsWith.slice(0, common)) return "no";
  return wildcard === -1 && (isNew || literal.length < startsWith.length) ? "no" : "maybe";
}

const asExpression = (pattern: string): RegExp =>
  new RegExp(
    `^${pattern
      .replace(/[.+^${}()|[\]\\]/g, "\\$&")
      .replaceAll("*", "[^]*")
      .replaceAll("?", "[^]")}$`,
    "u",
  );

/** Whether an action is meant. IAM does not look at the case of actions. */
export const meansAction = (pattern: string, action: string): boolean =>
  fits(pattern.toLowerCase(), action.toLowerCase()) === "yes";
