import type { Input } from "@pulumi/pulumi";

/** The name of what all hubs of a stack share, in the console. */
export const HOMES = "jupyterhub-homes";

/** The user's tags, and a name for the console unless the user gave one. */
export const namedTags = (
  name: string,
  tags: Readonly<Record<string, Input<string>>>,
): Record<string, Input<string>> => ({ Name: name, ...tags });
