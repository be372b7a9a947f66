/** A value in a stack's state, as JSON has it. */
export type Value = string | number | boolean | null | readonly Value[] | Properties;

/** Named values. */
export interface Properties {
  readonly [name: string]: Value;
}

/**
 * What the engine remembers of a resource's options beside its parent: what it may do to it, and in which order.
 * https://www.pulumi.com/docs/iac/concepts/resources/options/
 */
export const optionNames = [
  "additionalSecretOutputs",
  "customTimeouts",
  "deletedWith",
  "dependencies",
  "ignoreChanges",
  "protect",
  "replaceOnChanges",
  "replaceWith",
  "resourceHooks",
  "retainOnDelete",
] as const;

/** The options of a resource: those that say something. */
export type Options = Readonly<Partial<Record<(typeof optionNames)[number], Value>>>;

/** A resource in a stack's state. https://pkg.go.dev/github.com/pulumi/pulumi/sdk/v3/go/common/apitype#ResourceV3 */
export interface StateResource extends Options {
  readonly urn: string;
  readonly type: string;
  readonly custom: boolean;
  readonly id?: string;
  readonly external?: boolean;
  readonly parent?: string;
  /** The provider's URN and id. */
  readonly provider?: string;
  readonly inputs?: Properties;
  readonly outputs?: Properties;
}

/** What `pulumi stack export` gives and `pulumi stack import` takes. */
export interface Deployment {
  readonly version: number;
  readonly features?: readonly string[];
  readonly deployment: { readonly resources?: readonly StateResource[] } & Readonly<Record<string, unknown>>;
}

export const isProperties = (value: unknown): value is Properties =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const isList = (value: unknown): value is readonly Value[] => Array.isArray(value);

/** Changes every text, names of properties included. */
export function mapTexts(value: Value, change: (text: string) => string): Value {
  if (typeof value === "string") return change(value);
  if (isList(value)) return value.map((one) => mapTexts(one, change));
  if (!isProperties(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [change(name), mapTexts(inner, change)]),
  );
}

/** Lists whose order means nothing, in one order; what says nothing is left out. */
export function optionsOf(resource: Options): Options {
  const said = optionNames.flatMap((name): [string, Value][] => {
    const value = compact(resource[name]);
    return value === undefined ? [] : [[name, isList(value) ? [...value].sort() : value]];
  });
  return Object.fromEntries(said);
}

function compact(value: Value | undefined): Value | undefined {
  if (value === undefined || value === false || value === null || value === "") return undefined;
  if (isList(value)) return value.length === 0 ? undefined : value;
  if (!isProperties(value)) return value;
  const said = Object.entries(value).filter(([, inner]) => compact(inner) !== undefined);
  return said.length === 0 ? undefined : Object.fromEntries(said);
}
