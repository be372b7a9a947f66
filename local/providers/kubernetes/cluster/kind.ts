/** A kind of object, as manifests name it. */
export interface Kind {
  readonly apiVersion: string;
  readonly kind: string;
}

/** `storage.k8s.io/v1` in two; the core group's name is empty. */
export function groupVersion(apiVersion: string): { group: string; version: string } {
  const slash = apiVersion.indexOf("/");
  return slash < 0
    ? { group: "", version: apiVersion }
    : { group: apiVersion.slice(0, slash), version: apiVersion.slice(slash + 1) };
}

/**
 * The kind behind a type token: `kubernetes:core/v1:PersistentVolumeClaim` is v1 PersistentVolumeClaim.
 * @returns undefined when the token does not name a kind of object
 */
export function kindOf(token: string): Kind | undefined {
  const match = /^kubernetes:(?<group>[^/:]+)\/(?<version>v[^/:]+):(?<kind>[A-Z]\w*)$/.exec(token);
  const { group, version, kind } = match?.groups ?? {};
  if (group === undefined || version === undefined || kind === undefined) return undefined;
  return { apiVersion: group === "core" ? version : `${group}/${version}`, kind };
}
