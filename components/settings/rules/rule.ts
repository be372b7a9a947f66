import type { Draft } from "../draft.ts";
import type { Fault } from "../fault.ts";
import type { Given } from "../shape/shape.ts";

/** What a rule may ask. */
export interface Asked {
  /** With every default filled in. */
  readonly settings: Draft;
  /** As given, without what is faulty. */
  readonly given: Given;
}

/** A rule across settings. */
export interface Rule {
  /** The paths that it looks at: it is not asked while one of them is faulty in itself. */
  readonly looksAt: readonly string[];
  readonly check: (asked: Asked) => readonly Fault[];
}

/** No fault, unless `broken`. */
export const faultIf = (broken: boolean, fault: () => Fault): Fault[] => (broken ? [fault()] : []);
