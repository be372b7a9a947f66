import { listAt, wordAt } from "./manifest.ts";
import { isNotFound, NoSuchKind } from "./apiError.ts";
import type { Client } from "./client.ts";
import type { Kind } from "./kind.ts";
import type { Properties } from "../../engine/values.ts";

/** Where objects of a kind live. */
export interface Endpoint {
  /** `persistentvolumeclaims`. */
  readonly plural: string;
  readonly namespaced: boolean;
}

/** Kinds that are outside of namespaces, for when the cluster cannot be asked. */
const clusterScoped = new Set([
  "APIService",
  "CSIDriver",
  "CSINode",
  "ClusterRole",
  "ClusterRoleBinding",
  "CustomResourceDefinition",
  "IngressClass",
  "Namespace",
  "Node",
  "PersistentVolume",
  "PriorityClass",
  "RuntimeClass",
  "StorageClass",
  "VolumeAttachment",
]);

/** Whether objects of a kind usually live in a namespace. */
export const usuallyNamespaced = ({ kind }: Kind): boolean => !clusterScoped.has(kind);

/** What the API server serves, asked once for each group. */
export class Discovery {
  readonly #client: Client;
  readonly #groups = new Map<string, Promise<readonly Properties[]>>();

  constructor(client: Client) {
    this.#client = client;
  }

  /** @throws {NoSuchKind} when the server does not serve it */
  async endpoint({ apiVersion, kind }: Kind): Promise<Endpoint> {
    // A kind that is not there may have come since: a missing one is asked for again.
    const found =
      this.#find(await this.#group(apiVersion, false), kind) ??
      this.#find(await this.#group(apiVersion, true), kind);
    if (found === undefined) throw new NoSuchKind(`no matches for kind "${kind}" in version "${apiVersion}"`);
    return found;
  }

  #find(resources: readonly Properties[], kind: string): Endpoint | undefined {
    const entry = resources.find(
      (resource) => resource.kind === kind && !wordAt(resource, "name").includes("/"),
    );
    return entry && { plural: wordAt(entry, "name"), namespaced: entry.namespaced === true };
  }

  #group(apiVersion: string, fresh: boolean): Promise<readonly Properties[]> {
    const known = fresh ? undefined : this.#groups.get(apiVersion);
    if (known !== undefined) return known;
    const asked = this.#client
      .call({ method: "GET", path: groupPath(apiVersion) })
      .then((answer) => listAt(answer, "resources"))
      .catch((error: unknown) => {
        this.#groups.delete(apiVersion);
        if (isNotFound(error)) return [];
        throw error;
      });
    this.#groups.set(apiVersion, asked);
    return asked;
  }
}

/** The path of an API group: `/api/v1`, `/apis/storage.k8s.io/v1`. */
export const groupPath = (apiVersion: string): string =>
  (apiVersion.includes("/") ? "/apis/" : "/api/") + apiVersion;
