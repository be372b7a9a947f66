/** The shape of one value, as an SDK declares it. */
export type Shape =
  | { readonly kind: "string" | "number" | "boolean" | "any" }
  | { readonly kind: "literal"; readonly value: string }
  | { readonly kind: "list" | "map"; readonly of: Shape }
  | { readonly kind: "union"; readonly of: readonly Shape[] }
  /** A named object in {@link Declaration.types}: names, so that types may hold themselves. */
  | { readonly kind: "object"; readonly name: string };

/** One property of an object. */
export interface Member {
  readonly shape: Shape;
  readonly optional: boolean;
}

/** The properties of an object by name. */
export type Members = Readonly<Record<string, Member>>;

/** What the SDK declares of one resource or function: what goes in, what comes out, and the objects that these speak of. */
export interface Declaration {
  readonly inputs: Members;
  readonly outputs: Members;
  readonly types: Readonly<Record<string, Members>>;
}
