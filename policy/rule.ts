import { type Properties, UNKNOWN, type Value } from "./value.ts";

/** A resource, as a rule sees it. */
export interface Resource {
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  /** What the program says of it; to a rule of the whole stack, what came of it. */
  readonly props: Properties;
  /** Whether the engine refuses to delete it. `retainOnDelete` is told to no pack. */
  readonly protect: boolean;
  /** Component that it is a part of, with what the program says of that. */
  readonly parent?: Resource;
}

/** A resource in a whole stack. */
export interface StackResource extends Resource {
  /** The URNs that a property's value comes of. */
  readonly comesOf: Readonly<Record<string, readonly string[]>>;
}

interface Described {
  /** As it is called in a configuration of the pack. */
  readonly name: string;
  readonly description: string;
  /** What to read about it. */
  readonly url: string;
}

/** A rule that one resource can break, known before anything is made. */
export interface ResourceRule extends Described {
  /** What is wrong with the resource, each with what to do about it. */
  readonly faultsOf: (resource: Resource) => readonly string[];
}

/** A fault of a stack, and the resource that has it. */
export interface StackFault {
  readonly resource: Resource;
  readonly message: string;
}

/** A rule that only a whole stack can break. */
export interface StackRule extends Described {
  readonly faultsOfStack: (resources: readonly StackResource[]) => readonly StackFault[];
}

/** The component of everything. */
export const wholeType = "jupyterhub-efs:index:JupyterHubOnEfs";

/** What the stack's author says of a setting, to the component that the resource is a part of. */
export function said(resource: Resource, setting: string): Value {
  for (let up = resource.parent; up !== undefined; up = up.parent)
    if (up.type === wholeType) return up.props[setting];
  return undefined;
}

/** Whether the author has said this of the setting, or something that is not known yet. */
export const saysOneOf = (resource: Resource, setting: string, words: readonly string[]): boolean => {
  const word = said(resource, setting);
  return word === UNKNOWN || (typeof word === "string" && words.includes(word));
};
