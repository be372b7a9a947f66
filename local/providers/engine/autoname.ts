import { createHash } from "node:crypto";
import type { CheckRequest } from "./resourceType.ts";
import type { Properties } from "./values.ts";

/** How a type names what the program leaves unnamed. */
export interface NamingRule {
  /** Hexadecimal digits behind the logical name: 7 in the bridged providers, 8 in Kubernetes. */
  readonly digits: number;
  /** The longest name that the cloud takes. */
  readonly maxLength: number;
}

/**
 * A name for a resource that the program left unnamed: `<logical name>-<hex>`, or what the stack's own naming rule proposes.
 * The digits come from the engine's seed, so a preview and its update agree.
 * @returns undefined when the stack's rule switches automatic names off
 */
export function autoname(request: CheckRequest, { digits, maxLength }: NamingRule): string | undefined {
  const { autonaming, name, randomSeed, urn } = request;
  if (autonaming?.mode === "disable") return undefined;
  if (autonaming !== undefined) return autonaming.proposedName;
  const hex = createHash("sha256").update(randomSeed).update(urn).digest("hex").slice(0, digits);
  return `${name.slice(0, maxLength - digits - 1)}-${hex}`;
}

/** The note in a resource's inputs that says which of them were not the program's own words. */
export const defaultsNote = "__defaults";

/** Whether the provider, not the program, chose this input. */
export const chosenByProvider = (inputs: Properties | undefined, property: string): boolean => {
  const note = inputs?.[defaultsNote];
  return Array.isArray(note) && note.includes(property);
};
