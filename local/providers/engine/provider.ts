import type { Diff } from "./diff.ts";
import type { Failure, FunctionType, ResourceType } from "./resourceType.ts";
import type { Properties } from "./values.ts";

/** A whole provider: what `serve` makes a plugin of. One process serves one provider resource of a stack. */
export interface Provider {
  /** The package, as `aws`. */
  readonly name: string;
  /** The version that the engine is told, that of the imitated SDK. */
  readonly version: string;
  /** Rules for the provider resource's own inputs, already typed. */
  checkConfig?(config: Properties): readonly Failure[];
  /** What a change of the provider's inputs means for its resources. Absent: no change replaces anything. */
  diffConfig?(olds: Properties, news: Properties): Diff;
  /** Called once, before any call but the config ones, with typed values. */
  configure(config: Properties): void | Promise<void>;
  /** The type of a token; undefined: this provider has none. */
  resource(type: string): ResourceType | undefined | Promise<ResourceType | undefined>;
  /** The function of a token; undefined: this provider has none. */
  function(token: string): FunctionType | undefined | Promise<FunctionType | undefined>;
}
