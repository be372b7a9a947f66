import { gunzipSync } from "node:zlib";
import { parseAllDocuments } from "yaml";
import { isProperties, type Properties } from "../../engine/values.ts";
import type { Cluster } from "../cluster/cluster.ts";
import { groupVersion } from "../cluster/kind.ts";
import { at, numberAt, textAt } from "../cluster/manifest.ts";

/** A release as Helm 3 keeps it in the cluster. */
export interface StoredRelease {
  readonly status: string;
  readonly revision: number;
  readonly chart: { readonly name: string; readonly version: string; readonly appVersion: string };
  /** The values that were given, without the chart's own. */
  readonly values: Properties;
  readonly manifest: string;
}

/** Reads what Helm wrote into a Secret: JSON, zipped, in base64, and once more in the base64 of all Secrets. */
export function decoded(data: string): StoredRelease {
  const zipped = Buffer.from(Buffer.from(data, "base64").toString("ascii"), "base64");
  const release = JSON.parse(gunzipSync(zipped).toString("utf8")) as Properties;
  const metadata = at(release, "chart", "metadata");
  const values = release.config;
  return {
    status: textAt(release, "info", "status") ?? "unknown",
    revision: numberAt(release, "version") ?? 0,
    chart: {
      name: textAt(metadata, "name") ?? "",
      version: textAt(metadata, "version") ?? "",
      appVersion: textAt(metadata, "appVersion") ?? "",
    },
    values: isProperties(values) ? values : {},
    manifest: textAt(release, "manifest") ?? "",
  };
}

/** The newest revision of a release; undefined when there is none of that name. */
export async function storedRelease(
  cluster: Pick<Cluster, "list">,
  namespace: string,
  name: string,
): Promise<StoredRelease | undefined> {
  const labelSelector = `owner=helm,name=${name}`;
  const secrets = await cluster.list({ apiVersion: "v1", kind: "Secret" }, namespace, { labelSelector });
  const revision = (secret: Properties): number =>
    Number(textAt(secret, "metadata", "labels", "version") ?? 0);
  const [newest] = [...secrets].sort((a, b) => revision(b) - revision(a));
  const data = textAt(newest, "data", "release");
  return data === undefined ? undefined : decoded(data);
}

/** The names of what a manifest makes, by kind and version: `{"Deployment.apps/apps/v1": ["hub"]}`. */
export function resourceNames(manifest: string): Record<string, string[]> {
  const names = new Map<string, Set<string>>();
  for (const document of parseAllDocuments(manifest)) {
    const object: unknown = document.toJS();
    const [apiVersion, kind, name] = isProperties(object)
      ? [textAt(object, "apiVersion"), textAt(object, "kind"), textAt(object, "metadata", "name")]
      : [];
    if (apiVersion === undefined || kind === undefined || name === undefined) continue;
    const { group } = groupVersion(apiVersion);
    const key = `${group === "" ? kind : `${kind}.${group}`}/${apiVersion}`;
    const namespace = textAt(object as Properties, "metadata", "namespace");
    names.set(
      key,
      (names.get(key) ?? new Set()).add(namespace === undefined ? name : `${namespace}/${name}`),
    );
  }
  return Object.fromEntries([...names].map(([key, set]) => [key, [...set].sort()]));
}
