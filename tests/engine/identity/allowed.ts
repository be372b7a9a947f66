import { forgetNames, type Names } from "./environment.ts";
import { readAllowed } from "./record.ts";

/** Only these may be allowed: what is created, replaced or deleted is somebody's home, or the way to it. */
const mayBe = /^(?:update|options) /;

/** The changes that users of the recorded release are to see, each with its reason. */
export class Allowed {
  readonly #names: Names;
  readonly #reasons: Readonly<Record<string, string>>;
  readonly #seen = new Set<string>();

  private constructor(names: Names, reasons: Readonly<Record<string, string>>) {
    this.#names = names;
    this.#reasons = reasons;
  }

  static async read(names: Names): Promise<Allowed> {
    return new Allowed(names, await readAllowed());
  }

  /** A line as it is written among what is allowed: the same for each stack in each environment. */
  short(line: string): string {
    return forgetNames(line.replaceAll(/urn:pulumi:[^:]+::[^:]+::/g, ""), this.#names);
  }

  /** The lines that are not allowed. */
  leaves(lines: readonly string[]): string[] {
    return lines.filter((line) => {
      const allowed = mayBe.test(line) && this.#reasons[this.short(line)] !== undefined;
      if (allowed) this.#seen.add(this.short(line));
      return !allowed;
    });
  }

  /** What was allowed, and did not come. */
  unused(): string[] {
    return Object.keys(this.#reasons).filter((line) => !this.#seen.has(line));
  }
}
