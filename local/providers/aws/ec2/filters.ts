import type { Filter } from "@aws-sdk/client-ec2";

interface GivenFilter {
  readonly name: string;
  readonly values: readonly string[];
}

/** What a data source asks for: the caller's filters, tags, and single properties by their filter's name. */
export function filters(
  given: readonly GivenFilter[] = [],
  tags: Readonly<Record<string, string>> = {},
  properties: Readonly<Record<string, string | undefined>> = {},
): Filter[] | undefined {
  const all = [
    ...given.map(({ name, values }) => ({ Name: name, Values: [...values] })),
    ...Object.entries(tags).map(([key, value]) => ({ Name: `tag:${key}`, Values: [value] })),
    ...Object.entries(properties).flatMap(([Name, value]) =>
      value === undefined ? [] : [{ Name, Values: [value] }],
    ),
  ];
  return all.length === 0 ? undefined : all;
}
