import { unknownValue } from "@pulumi/pulumi/runtime/rpc.js";
import type { Resource, StackResource } from "../../../policy/rule.ts";
import { resourceRules, stackRules } from "../../../policy/rules/rules.ts";
import { plainSecrets, secretValues } from "../../../policy/rules/secretValues.ts";
import { isProperties, UNKNOWN, type Value } from "../../../policy/value.ts";

/** A resource in a stack's state. https://pkg.go.dev/github.com/pulumi/pulumi/sdk/v3/go/common/apitype#ResourceV3 */
export interface Exported {
  readonly urn: string;
  readonly type: string;
  readonly parent?: string;
  readonly protect?: boolean;
  readonly delete?: boolean;
  readonly external?: boolean;
  readonly inputs?: Readonly<Record<string, unknown>>;
  readonly outputs?: Readonly<Record<string, unknown>>;
  readonly propertyDependencies?: Readonly<Record<string, readonly string[] | null>>;
}

/** Every fault that the rules of the policy pack find in a stack's state: `encrypted: homes: The file system …`. */
export function policyFaults(state: readonly Exported[], except: readonly string[] = []): string[] {
  const made = state.filter((one) => one.delete !== true && one.external !== true);
  const found = [...ofResources(made), ...ofStack(made), ...ofSecrets(made)];
  return found.filter((fault) => !except.some((name) => fault.startsWith(`${name}: `)));
}

function ofResources(state: readonly Exported[]): string[] {
  const seen = new Map<string, Resource>();
  return state.flatMap((one) => {
    const resource = seenAs(one, one.inputs, seen.get(one.parent ?? ""));
    seen.set(one.urn, resource);
    return resourceRules.flatMap(({ name, faultsOf }) =>
      faultsOf(resource).map((fault) => line(name, one.urn, fault)),
    );
  });
}

function ofStack(state: readonly Exported[]): string[] {
  const resources = state.map((one): StackResource => {
    const comesOf = Object.entries(one.propertyDependencies ?? {}).map(([property, urns]) => [
      property,
      urns ?? [],
    ]);
    return { ...seenAs(one, one.outputs), comesOf: Object.fromEntries(comesOf) as StackResource["comesOf"] };
  });
  return stackRules.flatMap(({ name, faultsOfStack }) =>
    faultsOfStack(resources).map(({ resource, message }) => line(name, resource.urn, message)),
  );
}

const ofSecrets = (state: readonly Exported[]): string[] =>
  state.flatMap(({ urn, type, inputs }) =>
    plainSecrets({ type, props: inputs, isHidden }).map(({ path }) =>
      line(secretValues.name, urn, secretValues.message(path)),
    ),
  );

const nameOf = (urn: string): string => urn.slice(urn.lastIndexOf("::") + 2);
const line = (rule: string, urn: string, fault: string): string => `${rule}: ${nameOf(urn)}: ${fault}`;

function seenAs({ urn, type, protect }: Exported, values: unknown, parent?: Resource): Resource {
  const props = plainValue(values);
  return {
    urn,
    type,
    name: nameOf(urn),
    props: isProperties(props) ? props : {},
    protect: protect === true,
    ...(parent !== undefined && { parent }),
  };
}

/** How the state marks what is no plain value: a secret, an asset. */
const mark = "4dabf18193072939515e22adb298388d";

const isHidden = (value: unknown): boolean =>
  value === unknownValue || (typeof value === "object" && value !== null && mark in value);

function plainValue(value: unknown): Value {
  if (isHidden(value)) return UNKNOWN;
  if (Array.isArray(value)) return value.map(plainValue);
  if (typeof value !== "object" || value === null) return value as Value;
  const entries = Object.entries(value).map(([name, inner]): [string, Value] => [name, plainValue(inner)]);
  return Object.fromEntries(entries);
}
