import { autoname } from "../../engine/autoname.ts";
import { compare, type Diff } from "../../engine/diff.ts";
import { InitializationFailed } from "../../engine/errors.ts";
import type {
  CheckRequest,
  CheckResult,
  Context,
  Created,
  DiffRequest,
  Failure,
  Found,
  Last,
  ResourceType,
} from "../../engine/resourceType.ts";
import { containsUnknown, type Properties, unknown } from "../../engine/values.ts";
import { Unreachable } from "../cluster/apiError.ts";
import { parseId, textAt } from "../cluster/manifest.ts";
import type { Session } from "../session.ts";
import {
  defaultTimeoutSeconds,
  installArguments,
  uninstallArguments,
  upgradeArguments,
} from "./arguments.ts";
import { chartVersion } from "./chart.ts";
import { HelmError, runHelm } from "./helm.ts";
import { resourceNames, type StoredRelease, storedRelease } from "./stored.ts";
import { valuesOf } from "./values.ts";

/** Inputs that say nothing about the release: notes of the SDK, and outputs that it lists as inputs. */
const ignored = ["compat", "resourceNames", "status", "manifest", "allowNullValues"];

const nameOf = (inputs: Properties): string => textAt(inputs, "name") ?? "";
const namespaceOf = (inputs: Properties): string => textAt(inputs, "namespace") ?? "";
const idOf = (inputs: Properties): string => `${namespaceOf(inputs)}/${nameOf(inputs)}`;

const outputsOf = (
  inputs: Properties,
  namespace: string,
  name: string,
  stored: StoredRelease,
): Properties => ({
  ...inputs,
  name,
  namespace,
  version: stored.chart.version,
  resourceNames: resourceNames(stored.manifest),
  status: {
    name,
    namespace,
    status: stored.status,
    revision: stored.revision,
    chart: stored.chart.name,
    version: stored.chart.version,
    appVersion: stored.chart.appVersion,
  },
});

/** `helm.sh/v3:Release`: a release made by the real Helm, and what its own records say of it. */
export class ReleaseType implements ResourceType {
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  async check(request: CheckRequest): Promise<CheckResult> {
    const { news, olds } = request;
    const given = Object.fromEntries(Object.entries(news).filter(([name]) => !ignored.includes(name)));
    const name = nameOf(news) || nameOf(olds ?? {}) || autoname(request, { digits: 8, maxLength: 53 });
    const { kubeconfig } = this.#session.cluster;
    const inputs: Properties = {
      ...(given.skipAwait !== true && { timeout: defaultTimeoutSeconds }),
      ...given,
      name,
      namespace: namespaceOf(news) || kubeconfig.namespace,
    };
    const version = olds?.version;
    if (containsUnknown(inputs)) return { inputs: { ...(version !== undefined && { version }), ...inputs } };
    const failures: Failure[] = [];
    try {
      return { inputs: { ...inputs, version: await chartVersion(inputs, kubeconfig) } };
    } catch (error) {
      const reason = `${(error as Error).message}; check the chart name and repository configuration.`;
      failures.push({ property: "chart", reason });
    }
    return { inputs, failures };
  }

  diff({ oldInputs, news }: DiffRequest): Diff {
    return compare(oldInputs, news, ["name", "namespace"]);
  }

  preview(inputs: Properties): Properties {
    return { ...inputs, resourceNames: unknown, status: unknown };
  }

  async create(inputs: Properties, context: Context): Promise<Created> {
    try {
      await this.#helm(installArguments(inputs), inputs, context, valuesOf(inputs));
    } catch (error) {
      const stored = await this.#stored(inputs);
      // The name was taken: the release that is there is somebody else's.
      const mine = stored !== undefined && !(error as Error).message.includes("cannot re-use a name");
      if (!(error instanceof HelmError) || !mine) throw error;
      await context.log(
        "warning",
        `Helm release "${nameOf(inputs)}" was created but has a failed status. Reason: ${error.message}`,
      );
      throw this.#failed(inputs, stored, "was created, but failed to initialize completely", error);
    }
    return { id: idOf(inputs), outputs: await this.#outputs(inputs) };
  }

  async read(id: string, last: Last): Promise<Found | undefined> {
    const parsed = nameOf(last.outputs) === "" ? parseId(id) : last.outputs;
    const [namespace, name] = [
      namespaceOf(parsed) || this.#session.cluster.kubeconfig.namespace,
      nameOf(parsed),
    ];
    const { cluster, unreachable } = this.#session;
    const stored = await storedRelease(cluster, namespace, name).catch((error: unknown) => {
      if (!(error instanceof Unreachable)) throw error as Error;
      if (unreachable.forget) return undefined;
      throw new Error(`failed to read release state due to unreachable cluster: ${error.message}`);
    });
    if (stored === undefined) return undefined;
    const { chart, values } = stored;
    const fresh: Properties = {
      chart: chart.name,
      version: chart.version,
      values,
      timeout: defaultTimeoutSeconds,
      name,
      namespace,
    };
    const inputs = nameOf(last.inputs) === "" ? fresh : last.inputs;
    return { id, inputs, outputs: outputsOf(inputs, namespace, name, stored) };
  }

  async update(_id: string, _last: Last, news: Properties, context: Context): Promise<Properties> {
    const before = await this.#stored(news);
    try {
      await this.#helm(upgradeArguments(news), news, context, valuesOf(news));
    } catch (error) {
      const stored = await this.#stored(news);
      // No new revision: Helm refused before it touched anything.
      if (!(error instanceof HelmError) || stored === undefined || stored.revision === before?.revision)
        throw error;
      throw this.#failed(news, stored, "failed to initialize completely", error);
    }
    return this.#outputs(news);
  }

  async delete(_id: string, last: Last, context: Context): Promise<void> {
    const release = { ...last.outputs, ...last.inputs };
    await this.#helm(uninstallArguments(release), release, context);
  }

  #helm(
    args: readonly string[],
    inputs: Properties,
    { signal }: Context,
    values?: Properties,
  ): Promise<string> {
    return runHelm({
      arguments: args,
      kubeconfig: this.#session.cluster.kubeconfig,
      inputs,
      signal,
      ...(values && { values }),
    });
  }

  #stored(inputs: Properties): Promise<StoredRelease | undefined> {
    return storedRelease(this.#session.cluster, namespaceOf(inputs), nameOf(inputs)).catch(() => undefined);
  }

  async #outputs(inputs: Properties): Promise<Properties> {
    const stored = await storedRelease(this.#session.cluster, namespaceOf(inputs), nameOf(inputs));
    if (stored === undefined)
      throw new Error(`Helm made release "${idOf(inputs)}", and it is not in the cluster`);
    return outputsOf(inputs, namespaceOf(inputs), nameOf(inputs), stored);
  }

  #failed(inputs: Properties, stored: StoredRelease, how: string, error: Error): InitializationFailed {
    const id = idOf(inputs);
    const told = `Helm release "${id}" ${how}. Use Helm CLI to investigate: failed to become available within allocated timeout. Error: Helm Release ${id}: ${error.message}`;
    return new InitializationFailed(id, outputsOf(inputs, namespaceOf(inputs), nameOf(inputs), stored), [
      told,
    ]);
  }
}
