import { isNotFound } from "./apiError.ts";
import { Client } from "./client.ts";
import { Discovery, groupPath } from "./discovery.ts";
import type { Kind } from "./kind.ts";
import type { Kubeconfig } from "./kubeconfig.ts";
import { listAt, type Manifest } from "./manifest.ts";

/** One object of the cluster. */
export interface Reference extends Kind {
  /** Empty: the kubeconfig's own, where the kind has namespaces at all. */
  readonly namespace: string;
  readonly name: string;
}

/** How a change is made. */
export interface Change {
  readonly dryRun?: boolean;
  readonly fieldManager: string;
}

const selection = ({ dryRun, fieldManager }: Change): Record<string, string | undefined> => ({
  fieldManager,
  dryRun: dryRun === true ? "All" : undefined,
  // A misspelt field is an error here; the official provider passes it on and the server drops it with a warning.
  fieldValidation: "Strict",
});

/** The objects of a cluster, of any kind. */
export class Cluster {
  readonly kubeconfig: Kubeconfig;
  readonly #client: Client;
  readonly #discovery: Discovery;

  constructor(kubeconfig: Kubeconfig) {
    this.kubeconfig = kubeconfig;
    this.#client = new Client(kubeconfig);
    this.#discovery = new Discovery(this.#client);
  }

  /** Whether objects of a kind live in a namespace. */
  async namespaced(kind: Kind): Promise<boolean> {
    return (await this.#discovery.endpoint(kind)).namespaced;
  }

  async #path(kind: Kind, namespace: string, name?: string): Promise<string> {
    const { plural, namespaced } = await this.#discovery.endpoint(kind);
    const within = namespaced
      ? `/namespaces/${encodeURIComponent(namespace || this.kubeconfig.namespace)}`
      : "";
    const one = name === undefined ? "" : `/${encodeURIComponent(name)}`;
    return `${groupPath(kind.apiVersion)}${within}/${plural}${one}`;
  }

  /** @returns undefined when there is no such object */
  async get(reference: Reference): Promise<Manifest | undefined> {
    const path = await this.#path(reference, reference.namespace, reference.name);
    try {
      return (await this.#client.call({ method: "GET", path })) as Manifest;
    } catch (error) {
      if (isNotFound(error)) return undefined;
      throw error;
    }
  }

  /** The objects of a kind in a namespace that match selectors. */
  async list(
    kind: Kind,
    namespace: string,
    query: { labelSelector?: string; fieldSelector?: string },
  ): Promise<readonly Manifest[]> {
    const path = await this.#path(kind, namespace);
    return listAt(await this.#client.call({ method: "GET", path, query }), "items");
  }

  /** Makes an object; that it is there already is an error. */
  async create(reference: Reference, body: Manifest, change: Change): Promise<Manifest> {
    const path = await this.#path(reference, reference.namespace);
    return (await this.#client.call({ method: "POST", path, body, query: selection(change) })) as Manifest;
  }

  /** Server-side apply. */
  async apply(reference: Reference, body: Manifest, change: Change & { force: boolean }): Promise<Manifest> {
    const path = await this.#path(reference, reference.namespace, reference.name);
    const query = { ...selection(change), force: String(change.force) };
    const contentType = "application/apply-patch+yaml";
    return (await this.#client.call({ method: "PATCH", path, body, query, contentType })) as Manifest;
  }

  /** A JSON merge patch. */
  async merge(reference: Reference, body: Manifest, change: Change): Promise<Manifest> {
    const path = await this.#path(reference, reference.namespace, reference.name);
    const contentType = "application/merge-patch+json";
    return (await this.#client.call({
      method: "PATCH",
      path,
      body,
      query: selection(change),
      contentType,
    })) as Manifest;
  }

  /** Asks for an object's end; that it is gone already is fine. */
  async delete(
    reference: Reference,
    propagationPolicy: "Foreground" | "Background" | "Orphan",
  ): Promise<void> {
    const path = await this.#path(reference, reference.namespace, reference.name);
    try {
      await this.#client.call({
        method: "DELETE",
        path,
        body: { kind: "DeleteOptions", apiVersion: "v1", propagationPolicy },
      });
    } catch (error) {
      if (!isNotFound(error)) throw error;
    }
  }
}
