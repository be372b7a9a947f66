import {
  type Policies,
  type PolicyConfigSchema,
  type ResourceValidationArgs,
  type ResourceValidationPolicy,
  Secret,
  type StackValidationPolicy,
} from "@pulumi/policy";
import { unknownValue } from "@pulumi/pulumi/runtime/rpc.js";
import { componentsSeen } from "./componentsSeen.ts";
import type { ResourceRule, StackRule } from "./rule.ts";
import { resourceRules, stackRules } from "./rules/rules.ts";
import { plainSecrets, secretValues } from "./rules/secretValues.ts";
import { isProperties, plain } from "./value.ts";

/** What every rule can be told: which resources it lets be. */
const configSchema: PolicyConfigSchema = {
  properties: {
    allow: {
      type: "array",
      items: { type: "string" },
      description: "Names of resources that may break the rule.",
    },
  },
};

interface Config {
  readonly allow?: readonly string[];
}

const allowed = (args: Pick<ResourceValidationArgs, "getConfig">): readonly string[] =>
  args.getConfig<Config>().allow ?? [];

/** The rules as Pulumi takes them. */
export const policies = (): Policies => [...ofResources(), ...stackRules.map(ofStack), marksSecrets()];

/** One memory for all: components are seen before what they consist of. */
function ofResources(): ResourceValidationPolicy[] {
  const components = componentsSeen();
  return resourceRules.map(({ faultsOf, ...described }: ResourceRule) => ({
    ...described,
    configSchema,
    validateResource: (args, report) => {
      const resource = components.see(args);
      if (allowed(args).includes(args.name)) return;
      for (const fault of faultsOf(resource)) report(fault);
    },
  }));
}

const ofStack = ({ faultsOfStack, ...described }: StackRule): StackValidationPolicy => ({
  ...described,
  configSchema,
  validateStack: (args, report) => {
    const seen = args.resources.map(({ urn, type, name, props, opts, propertyDependencies }) => {
      const known = plain(props);
      const comesOf = Object.entries(propertyDependencies).map(([property, from]): [string, string[]] => [
        property,
        from.map((resource) => resource.urn),
      ]);
      return {
        urn,
        type,
        name,
        props: isProperties(known) ? known : {},
        protect: opts.protect,
        comesOf: Object.fromEntries(comesOf),
      };
    });
    for (const { resource, message } of faultsOfStack(seen))
      if (!allowed(args).includes(resource.name)) report(message, resource.urn);
  },
});

/**
 * Policies are given secrets without the mark that they are some; a remediation alone is given the marks, to keep them. So it
 * does not refuse a plain secret: it makes it one.
 */
const marksSecrets = (): ResourceValidationPolicy => ({
  name: secretValues.name,
  description: secretValues.description,
  url: secretValues.url,
  enforcementLevel: "remediate",
  configSchema,
  remediateResource: (args) => {
    if (allowed(args).includes(args.name)) return;
    const found = plainSecrets({ type: args.type, props: args.props, isHidden });
    for (const { holder, name } of found) holder[name] = new Secret(holder[name]);
    return found.length > 0 ? args.props : undefined;
  },
});

const isHidden = (value: unknown): boolean => value instanceof Secret || value === unknownValue;
