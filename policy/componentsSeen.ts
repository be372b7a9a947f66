import type { ResourceValidationArgs } from "@pulumi/policy";
import type { Resource } from "./rule.ts";
import { isProperties, plain } from "./value.ts";

/** Remembers components with what the program says of them, for the resources that they consist of. */
export function componentsSeen(): {
  readonly see: (args: Pick<ResourceValidationArgs, "urn" | "type" | "name" | "props" | "opts">) => Resource;
} {
  const components = new Map<string, Resource>();
  return {
    see: ({ urn, type, name, props, opts }) => {
      const known = plain(props);
      const parent = opts.parent === undefined ? undefined : components.get(opts.parent);
      const resource: Resource = {
        urn,
        type,
        name,
        props: isProperties(known) ? known : {},
        protect: opts.protect,
        ...(parent !== undefined && { parent }),
      };
      components.set(urn, resource);
      return resource;
    },
  };
}
