import { type Names, recallNames } from "./environment.ts";
import { withoutNotes } from "./forget.ts";
import { patched } from "./mergePatch.ts";
import type { Recorded } from "./record.ts";
import { closeSecrets } from "./secrets.ts";
import { type Deployment, mapTexts, type StateResource, type Value } from "./state.ts";

/** The options that name other resources. */
const references = ["deletedWith", "dependencies", "replaceWith"] as const;

/** A record as the state of a stack of this environment. */
export function recall(stack: string, { version, features, resources }: Recorded, names: Names): Deployment {
  const urnOf = (key: string): string =>
    `urn:pulumi:${stack}::jupyterhub-efs::${key.replaceAll("{stack}", stack)}`;
  const providerOf = (key: string): string => `${urnOf(key)}::${resources[key]?.id ?? ""}`;
  const recalled = Object.entries(resources).map(([key, resource]): StateResource => {
    const { provider, parent, made, ...said } = resource;
    const custom = said.id !== undefined;
    const named = Object.fromEntries(
      references.flatMap((option) => {
        const value = said[option];
        return value === undefined ? [] : [[option, mapTexts(value, urnOf)]];
      }),
    );
    return {
      ...said,
      ...named,
      urn: urnOf(key),
      type: typeOf(key),
      custom,
      ...(parent !== undefined && { parent: urnOf(parent) }),
      ...(provider !== undefined && { provider: providerOf(provider) }),
      ...(custom &&
        said.external !== true && { outputs: patched(withoutNotes(said.inputs ?? {}), made ?? {}) }),
    };
  });
  const here = mapTexts(closeSecrets(recalled as unknown as Value), (text) => recallNames(text, names));
  return {
    version,
    features,
    deployment: {
      manifest: { time: "2026-01-01T00:00:00Z", magic: "", version: "" },
      resources: inOrder(here as unknown as StateResource[]),
    },
  };
}

/** The last of the types that a URN names: the others are its parents'. */
const typeOf = (key: string): string => key.slice(0, key.indexOf("::")).split("$").at(-1) ?? "";

/** The engine wants everything after what it needs. */
function inOrder(resources: readonly StateResource[]): StateResource[] {
  const byUrn = new Map(resources.map((resource) => [resource.urn, resource]));
  const ordered = new Set<StateResource>();
  const add = (resource: StateResource): void => {
    for (const needed of needs(resource)) {
      const found = byUrn.get(needed);
      if (found !== undefined && !ordered.has(found)) add(found);
    }
    ordered.add(resource);
  };
  resources.forEach(add);
  return [...ordered];
}

function needs({ parent, provider, ...resource }: StateResource): string[] {
  const urns = [parent, provider?.slice(0, provider.lastIndexOf("::"))];
  return [...urns, ...references.flatMap((option) => resource[option] as string | string[])].filter(
    (urn): urn is string => typeof urn === "string",
  );
}

/** Everything may go: for a preview that says all it would do, and for a destroy. */
export const letGo = ({ deployment, ...exported }: Deployment): Deployment => ({
  ...exported,
  deployment: {
    ...deployment,
    resources: (deployment.resources ?? []).map(({ protect: _, retainOnDelete: __, ...rest }) => rest),
  },
});
