/** How a secret, or what is known only after an update, is written for people. */
export const SECRET = "[secret]";

/**
 * A leaf that a stack file marks `secure`. The content, where it is known, is reached by `reveal` only: printing,
 * serialising or inspecting the leaf gives "[secret]".
 */
export class SecretLeaf {
  readonly reveal: () => unknown;

  constructor(content?: unknown) {
    // A closure: no inspector walks into it.
    this.reveal = () => content;
  }

  toString(): string {
    return SECRET;
  }

  toJSON(): string {
    return SECRET;
  }

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return SECRET;
  }
}

/**
 * Whether a value must not be looked into: a Pulumi Output, a promise, or a secret of a stack file. Such a value is
 * taken where an Input is allowed, never checked and never printed.
 */
export function isOpaque(value: unknown): boolean {
  if (value instanceof SecretLeaf) return true;
  if (value === null || typeof value !== "object") return false;
  return (
    ("__pulumiOutput" in value && value.__pulumiOutput === true) ||
    ("then" in value && typeof value.then === "function")
  );
}
