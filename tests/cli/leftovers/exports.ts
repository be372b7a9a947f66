import type { Recorded } from "../../../cli/leftovers/exported.ts";

const stack = "urn:pulumi:prod::jupyterhub-efs::";
/** The URN of a component, which is the parent of what is made in it. */
export const parent = `${stack}jupyterhub-efs:index:SharedFileSystem::homes`;
/** A provider as a state names it: its URN, and its own id. */
export const provider = `${stack}pulumi:providers:aws::default_7_48_0`;

/** A resource as a state has it. */
export const recorded = (
  type: string,
  name: string,
  inputs: Recorded["inputs"] = {},
  id?: string,
): Recorded => ({
  urn: `${stack}jupyterhub-efs:index:SharedFileSystem$${type}::${name}`,
  type,
  parent,
  provider: `${provider}::04da6b54`,
  inputs,
  ...(id !== undefined && { id }),
});

/** What `pulumi stack export` prints. */
export const exportOf = (resources: readonly Recorded[], creating: readonly Recorded[]): string =>
  JSON.stringify({
    version: 3,
    deployment: {
      resources,
      pending_operations: creating.map((resource) => ({ type: "creating", resource })),
    },
  });
