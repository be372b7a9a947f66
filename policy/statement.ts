import { at, isList, isProperties, items, type Properties, type Value } from "./value.ts";

/** A statement of a policy document. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_statement.html */
export type Statement = Properties;

/** A document's statements; `Statement` may be one alone. None of what nobody can read. */
export function statementsOf(text: string): readonly Statement[] {
  try {
    const statement = at(JSON.parse(text) as Value, "Statement");
    return (isProperties(statement) ? [statement] : items(statement)).filter(isProperties);
  } catch {
    return [];
  }
}

/** Whether it is about everybody who mounts, anonymous clients among them. */
export const isAboutEverybody = ({ Principal }: Statement): boolean =>
  [Principal, at(Principal, "AWS")].some((one) => listed(one).includes("*"));

/** Whether one of its actions is this one. IAM takes actions in either case. */
export const isAboutAction = (actions: Value, action: string): boolean =>
  listed(actions).some((one) => matches(one, action, "i"));

/** Whether one of the patterns of ARNs is this file system; before it has an ARN, any file system. */
export const isAboutResource = (resources: Value, arn: Value): boolean =>
  listed(resources).some((one) =>
    typeof arn === "string"
      ? matches(one, arn)
      : typeof one === "string" && (one === "*" || one.includes(":file-system/")),
  );

const listed = (value: Value): readonly Value[] => (isList(value) ? value : [value]);

/** `*` and `?` as IAM takes them. */
function matches(pattern: Value, text: string, flags = ""): boolean {
  if (typeof pattern !== "string") return false;
  const source = pattern
    .replace(/[\\^$.+()[\]{}|]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  return new RegExp(`^${source}$`, flags).test(text);
}
