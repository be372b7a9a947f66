import type { Diff } from "./diff.ts";
import type { Properties } from "./values.ts";

/** Which resource a call is about. */
export interface Subject {
  readonly urn: string;
  /** The type token, as `aws:efs/fileSystem:FileSystem`. */
  readonly type: string;
  /** The logical name, the last part of the URN. */
  readonly name: string;
}

/** What a call that touches the cloud may need beside its values. */
export interface Context extends Subject {
  /** Aborts when the engine cancels (Ctrl-C pressed twice, `pulumi cancel`) or goes away. */
  readonly signal: AbortSignal;
  /** The resource option `customTimeouts`, in seconds; absent: the type's own default. */
  readonly timeoutSeconds?: number;
  /** Prints a line under the resource in the engine's output. */
  log(severity: "info" | "warning" | "error", message: string): Promise<void>;
}

/** What the program asked for, before defaults. */
export interface CheckRequest extends Subject {
  readonly news: Properties;
  /** The checked inputs of the last update; absent for a new resource. */
  readonly olds?: Properties;
  /** The engine's seed: the same in a preview and in the update that follows, so that names agree. */
  readonly randomSeed: Uint8Array;
  /** The stack's own naming rule (`pulumi:autonaming`), when it has one for this resource. */
  readonly autonaming?: { readonly proposedName: string; readonly mode: "propose" | "enforce" | "disable" };
}

/** One reason why inputs cannot be accepted. */
export interface Failure {
  /** The path of the property; empty when none is to blame. */
  readonly property: string;
  readonly reason: string;
}

/** The inputs with defaults and names filled in, or the reasons against them. */
export interface CheckResult {
  readonly inputs: Properties;
  readonly failures?: readonly Failure[];
}

/** What a comparison sees. */
export interface DiffRequest extends Subject {
  readonly id: string;
  readonly oldInputs: Properties;
  readonly oldOutputs: Properties;
  readonly news: Properties;
}

/** A made resource. */
export interface Created {
  readonly id: string;
  readonly outputs: Properties;
}

/** A resource as the cloud has it now. */
export interface Found extends Created {
  /** The inputs that would give this state: what a refresh compares and an import prints. */
  readonly inputs: Properties;
}

/** What the state knew of a resource; both empty at an import. */
export interface Last {
  readonly inputs: Properties;
  readonly outputs: Properties;
}

/**
 * One type of resource: the rules of the official provider for it and the calls that act on the cloud.
 * In a preview nothing but `check`, `diff` and `preview` is called. An error thrown by any of them is shown to the person
 * as its message alone; throw `InitializationFailed` when the resource exists all the same.
 */
export interface ResourceType {
  /** Defaults, names, validation. Absent: the inputs are taken as they are. Values may be unknown in a preview. */
  check?(request: CheckRequest): CheckResult | Promise<CheckResult>;
  /** Absent: the inputs are compared, `replaceOn` and `deleteBeforeReplace` decide. */
  diff?(request: DiffRequest): Diff | Promise<Diff>;
  /** Paths of properties (`name`, `spec.volumeName`, `nested` with all below it) whose change makes the resource anew. */
  readonly replaceOn?: readonly string[];
  /** Delete the old one first, always or for these changes. */
  readonly deleteBeforeReplace?: boolean | ((request: DiffRequest) => boolean);
  /** Outputs that only the cloud knows: unknown in the preview of a create unless they are inputs. */
  readonly computed?: readonly string[];
  /** The outputs shown in a preview. Absent: inputs (over the old outputs) and the computed ones unknown. */
  preview?(inputs: Properties, last?: Last): Properties | Promise<Properties>;
  create(inputs: Properties, context: Context): Promise<Created>;
  /** Undefined: it is gone. */
  read(id: string, last: Last, context: Context): Promise<Found | undefined>;
  /** Absent: every change replaces. */
  update?(id: string, last: Last, news: Properties, context: Context): Promise<Properties>;
  delete(id: string, last: Last, context: Context): Promise<void>;
}

/** A data source: arguments in, result out. An unknown argument never gets here. */
export type FunctionType = (
  args: Properties,
  context: Pick<Context, "signal" | "log">,
) => Promise<Properties>;
