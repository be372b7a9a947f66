import { deepmergeCustom } from "deepmerge-ts";
import { InitializationFailed } from "../../engine/errors.ts";
import type {
  CheckRequest,
  CheckResult,
  Context,
  Created,
  DiffRequest,
  Found,
  Last,
  ResourceType,
} from "../../engine/resourceType.ts";
import type { Diff } from "../../engine/diff.ts";
import { containsUnknown, type Properties } from "../../engine/values.ts";
import {
  isAlreadyExists,
  isForbidden,
  isMissingNamespace,
  NoSuchKind,
  Unreachable,
} from "../cluster/apiError.ts";
import type { Reference } from "../cluster/cluster.ts";
import { usuallyNamespaced } from "../cluster/discovery.ts";
import type { Kind } from "../cluster/kind.ts";
import { idOf, type Manifest, namespaceOf, nameOf, parseId, textAt } from "../cluster/manifest.ts";
import { unless } from "../readiness/readiness.ts";
import { awaitedOf } from "../readiness/table.ts";
import { NotReady, unfinished, untilReady } from "../readiness/wait.ts";
import type { Session } from "../session.ts";
import { patchFieldManager, skipsAwait } from "./annotations.ts";
import { create, type Manner, update } from "./apply.ts";
import { difference } from "./difference.ts";
import { withName, withNamespace } from "./naming.ts";
import { imported, projected, withStringData } from "./projection.ts";
import { remove } from "./remove.ts";

/** Lists are replaced whole, as an update does. */
const overlay = deepmergeCustom({ mergeArrays: false });

const unreachable = (error: unknown): Error =>
  error instanceof Unreachable
    ? new Error(`configured Kubernetes cluster is unreachable: ${error.message}`)
    : (error as Error);

/** Any kind of object: what is true of one is true of all, but for the tables. */
export class ObjectType implements ResourceType {
  readonly #kind: Kind;
  readonly #session: Session;

  constructor(kind: Kind, session: Session) {
    this.#kind = kind;
    this.#session = session;
  }

  async check(request: CheckRequest): Promise<CheckResult> {
    const { inputs, failures = [] } = withName(request);
    const { namespace } = this.#session.cluster.kubeconfig;
    return { inputs: withNamespace(inputs, await this.#namespaced(), namespace), failures };
  }

  diff(request: DiffRequest): Diff {
    return difference(this.#kind, request, this.#session.mutable);
  }

  async preview(inputs: Properties, last?: Last): Promise<Properties> {
    // What is shown when the cluster cannot say: the old object with the new inputs over it.
    const guess = last === undefined ? inputs : overlay<[Properties, Properties]>(last.outputs, inputs);
    if (containsUnknown(inputs)) return last === undefined ? inputs : { ...last.outputs, ...inputs };
    const { cluster } = this.#session;
    const reference = this.#reference(inputs);
    try {
      const manner = this.#manner(inputs, last?.outputs);
      if (last !== undefined) {
        return await update(cluster, reference, { olds: last.inputs, news: inputs }, manner, {
          dryRun: true,
        });
      }
      const { status: _, ...made } = await create(cluster, reference, inputs, manner, { dryRun: true });
      return made;
    } catch (error) {
      const expected = isAlreadyExists(error) || isMissingNamespace(error) || isForbidden(error);
      if (expected || error instanceof NoSuchKind || error instanceof Unreachable) return guess;
      throw error;
    }
  }

  async create(inputs: Properties, context: Context): Promise<Created> {
    const { cluster } = this.#session;
    const manner = this.#manner(inputs, undefined, context);
    const reference = this.#reference(inputs);
    const live = await create(cluster, reference, inputs, manner, {
      dryRun: false,
      signal: context.signal,
    }).catch((error: unknown) => {
      if (error instanceof Unreachable) throw unreachable(error);
      throw new Error(
        `resource "${context.urn}" was not successfully created by the Kubernetes API server: ${(error as Error).message}`,
      );
    });
    const outputs = (made: Manifest): Properties => ({ ...made, __fieldManager: manner.fieldManager });
    try {
      const ready = await untilReady({ cluster, reference, inputs, live, existed: false, context });
      return { id: idOf(ready), outputs: outputs(ready) };
    } catch (error) {
      if (!(error instanceof NotReady)) throw error;
      const told = `resource "${context.urn}" was successfully created, but the Kubernetes API server reported that it failed to fully initialize or become live`;
      throw unfinished(idOf(live), outputs(error.live), told, error);
    }
  }

  async read(id: string, last: Last, context: Context): Promise<Found | undefined> {
    const { cluster, unreachable: whenUnreachable } = this.#session;
    const fresh = nameOf(last.inputs) === "";
    const reference = { ...this.#kind, ...parseId(id) };
    const live = await cluster.get(reference).catch((error: unknown) => {
      if (error instanceof NoSuchKind || (error instanceof Unreachable && whenUnreachable.forget))
        return undefined;
      throw unreachable(error);
    });
    if (live === undefined) return undefined;
    const outputs = {
      ...live,
      __fieldManager: this.#manner(last.inputs, last.outputs, context).fieldManager,
    };
    if (fresh) return { id, outputs, inputs: imported(live) };
    const inWords = (manifest: Manifest): Manifest => withStringData(manifest, last.inputs);
    const inputs = projected(last.inputs, inWords(live), inWords(last.outputs));
    const awaited = awaitedOf(this.#kind, last.inputs);
    if (awaited?.onRead === true && !skipsAwait(last.inputs)) {
      const reasons = await Promise.resolve(awaited.look(live, { cluster, existed: true })).catch(
        (error: unknown) => unless(false, (error as Error).message),
      );
      const told = `Resource '${nameOf(live)}' was created but failed to initialize`;
      if (reasons.length > 0) throw new InitializationFailed(id, outputs, [told, ...reasons], inputs);
    }
    return { id, outputs, inputs };
  }

  async update(id: string, last: Last, news: Properties, context: Context): Promise<Properties> {
    const { cluster } = this.#session;
    const reference = this.#reference(news);
    const manner = this.#manner(news, last.outputs, context);
    const change = { olds: last.inputs, news };
    const live = await update(cluster, reference, change, manner, { dryRun: false }).catch(
      (error: unknown) => {
        throw error instanceof Unreachable
          ? unreachable(error)
          : new Error(`update of resource "${context.urn}" failed: ${(error as Error).message}`);
      },
    );
    const outputs = (made: Manifest): Properties => ({ ...made, __fieldManager: manner.fieldManager });
    try {
      return outputs(await untilReady({ cluster, reference, inputs: news, live, existed: true, context }));
    } catch (error) {
      if (!(error instanceof NotReady)) throw error;
      const told = `the Kubernetes API server reported that "${id}" failed to fully initialize or become live`;
      throw unfinished(id, outputs(error.live), told, error);
    }
  }

  async delete(id: string, last: Last, context: Context): Promise<void> {
    const { cluster, unreachable: whenUnreachable } = this.#session;
    try {
      await remove(cluster, { ...this.#kind, ...parseId(id) }, last.inputs, context);
    } catch (error) {
      if (error instanceof NoSuchKind || (error instanceof Unreachable && whenUnreachable.forget)) return;
      throw unreachable(error);
    }
  }

  #reference(manifest: Manifest): Reference {
    return { ...this.#kind, namespace: namespaceOf(manifest), name: nameOf(manifest) };
  }

  async #namespaced(): Promise<boolean> {
    try {
      return await this.#session.cluster.namespaced(this.#kind);
    } catch (error) {
      // A kind that is still to be installed, or a cluster that cannot be asked: most kinds have namespaces.
      if (error instanceof NoSuchKind || error instanceof Unreachable) return usuallyNamespaced(this.#kind);
      throw error;
    }
  }

  /** The field manager is the object's own for life: the state keeps it. */
  #manner(inputs: Manifest, outputs: Properties | undefined, context?: Context): Manner {
    const fieldManager =
      patchFieldManager(inputs) ??
      textAt(outputs, "__fieldManager") ??
      this.#session.fieldManager(context?.urn ?? idOf(inputs));
    return { ...this.#session.writing, fieldManager };
  }
}
