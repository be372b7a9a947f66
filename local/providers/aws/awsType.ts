import type * as pulumi from "@pulumi/pulumi";
import type { Failure } from "../engine/resourceType.ts";
import type { Properties } from "../engine/values.ts";
import type { Call } from "./call.ts";
import type { TagChange } from "./tags.ts";

/** The outputs of a resource class, as plain values: every one has to be said, `undefined` included. */
export type StateOf<Resource> = {
  -readonly [
    Name in Exclude<keyof Resource, "id" | "urn"> as Resource[Name] extends pulumi.OutputInstance<unknown>
      ? Name
      : never
  ]: Resource[Name] extends pulumi.OutputInstance<infer Value> ? Value : never;
};

/** The arguments of a resource class, as plain values. */
export type ArgsOf<Args> = pulumi.Unwrap<Args>;

/** A resource as the cloud has it. */
export interface InCloud<State> {
  readonly state: State;
  /** When it is not the id that was asked for: an import may name a resource in another way. */
  readonly id?: string;
}

/** An update: from what, to what. */
export interface Update<Args, State> {
  readonly olds: Args;
  readonly news: Args;
  readonly state: State;
  /** Undefined: the tags stay. */
  readonly tags: TagChange | undefined;
}

/** How a name is made up when the program gives none. */
export interface Naming {
  readonly property: string;
  readonly maxLength: number;
}

/**
 * One resource type of AWS: the official provider's rules for it, as data where they are data, and the calls.
 * What all types share (declarations, tags, regions, names, defaults, projection of a refresh) is in `resource.ts`.
 */
export interface AwsType<Args, State> {
  /** What error messages call it: `EFS Mount Target`. */
  readonly title: string;
  readonly replaceOn: readonly (keyof Args & string)[];
  readonly deleteBeforeReplace?: boolean;
  /** What an absent argument means. */
  readonly defaults?: Readonly<Record<string, string | number | boolean>>;
  /** Optional arguments, or parts of them, that the cloud decides while the program is silent: dropping one changes nothing. */
  readonly decidedByCloud?: readonly ((keyof Args & string) | `${keyof Args & string}.${string}`)[];
  /** Lists whose order means nothing. */
  readonly sets?: readonly (keyof Args & string)[];
  /** Arguments that are JSON: an object is taken as its text, equivalent texts are equal. */
  readonly documents?: readonly (keyof Args & string)[];
  readonly naming?: Naming;
  /** What an absent part of an argument means. Values may be unknown in a preview. */
  complete?(args: Args): Properties;
  /** Rules beyond the declaration. Values may be unknown in a preview. */
  validate?(args: Args): readonly Failure[];
  /** A change that replaces though its properties alone would not. */
  replaces?(olds: Args, news: Args): boolean;
  /** Makes it and waits until it is usable; `call.made(id)` as soon as it exists. */
  create(args: Args, call: Call): Promise<string>;
  /** @param last the state as it was; empty at an import */
  find(id: string, call: Call, last: Partial<State>): Promise<InCloud<State> | undefined>;
  /** Absent: nothing can change in place. */
  update?(id: string, change: Update<Args, State>, call: Call): Promise<void>;
  /** Deletes it and waits until it is gone; what is gone already is no error. */
  delete(id: string, state: State, call: Call): Promise<void>;
}

/** A type of any arguments and state: what the catalogue holds. */
export type AnyAwsType = AwsType<never, unknown>;
