import { isRecord } from "../../settings/path.ts";
import { agreed, allOf, type Answer, certainly, not, oneOf } from "./answer.ts";
import { fits, type Known } from "./policyMatch.ts";

/**
 * What IAM knows of a request when it looks at conditions, by key in lower case: the values that it can have,
 * `absent`, or nothing, when nobody can say.
 */
export type RequestContext = Readonly<Record<string, readonly Known[] | "absent">>;

/** Compares a value with one that the policy wants. */
type Comparison = (wanted: string, value: Known) => Answer;

const equals: Comparison = (wanted, value) => {
  if (typeof value === "string") return certainly(wanted === value);
  return wanted.startsWith(value.startsWith) && value.isNew !== true ? "maybe" : "no";
};
const equalsInAnyCase: Comparison = (wanted, value) =>
  equals(wanted.toLowerCase(), typeof value === "string" ? value.toLowerCase() : value);

/** Both ARN operators take wildcards. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
const comparisons: Readonly<Record<string, Comparison>> = {
  bool: equalsInAnyCase,
  stringequals: equals,
  stringequalsignorecase: equalsInAnyCase,
  stringlike: fits,
  arnequals: fits,
  arnlike: fits,
};
const negations: Readonly<Record<string, Comparison>> = {
  stringnotequals: equals,
  stringnotequalsignorecase: equalsInAnyCase,
  stringnotlike: fits,
  arnnotequals: fits,
  arnnotlike: fits,
};

/** Whether a request fulfils every condition of a statement. */
export function fulfils(condition: unknown, context: RequestContext): Answer {
  if (condition === undefined) return "yes";
  if (!isRecord(condition)) return "maybe";
  return allOf(
    Object.entries(condition).flatMap(([operator, keys]) =>
      isRecord(keys)
        ? Object.entries(keys).map(([key, wanted]) => fulfilsOne(operator, wanted, contextOf(context, key)))
        : ["maybe" as const],
    ),
  );
}

const contextOf = (context: RequestContext, key: string): RequestContext[string] | undefined => {
  const name = key.toLowerCase();
  // `aws:PrincipalTag/team` is one of as many keys as there are tags.
  return context[name] ?? context[name.replace(/\/.*$/, "/*")];
};

/** One operator on one key. A key that the request lacks fulfils what is negated, and nothing else. */
function fulfilsOne(operator: string, wanted: unknown, value: RequestContext[string] | undefined): Answer {
  const { name, quantifier, ifExists } = partsOf(operator);
  const texts = (Array.isArray(wanted) ? wanted : [wanted]).map(String);
  if (value === undefined) return "maybe";
  if (name === "null")
    return oneOf(texts.map((text) => certainly((text === "true") === (value === "absent"))));
  const compare = comparisons[name];
  const refuse = negations[name];
  if (value === "absent") {
    if (quantifier !== "") return certainly(quantifier === "forallvalues");
    return certainly(ifExists || refuse !== undefined);
  }
  // Policy variables stand for what only the request knows.
  if (texts.some((text) => text.includes("${"))) return "maybe";
  if (compare) return agreed(value.map((one) => oneOf(texts.map((text) => compare(text, one)))));
  if (refuse) return agreed(value.map((one) => not(oneOf(texts.map((text) => refuse(text, one))))));
  return "maybe";
}

/** `ForAllValues:StringLikeIfExists` in its parts. */
function partsOf(operator: string): { name: string; quantifier: string; ifExists: boolean } {
  const [, quantifier = "", rest = ""] = /^(?:(\w+):)?(\w+)$/.exec(operator.toLowerCase()) ?? [];
  const ifExists = rest.endsWith("ifexists");
  return { name: ifExists ? rest.slice(0, -"ifexists".length) : rest, quantifier, ifExists };
}
