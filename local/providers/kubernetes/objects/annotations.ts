import { annotationOf, type Manifest } from "../cluster/manifest.ts";

const isTrue = (manifest: Manifest, name: string): boolean =>
  annotationOf(manifest, `pulumi.com/${name}`) === "true";

/** Whether the provider, not the program, named the object. */
export const autonamed = (manifest: Manifest): boolean => isTrue(manifest, "autonamed");

/** Whether nothing is to be awaited. */
export const skipsAwait = (manifest: Manifest): boolean => isTrue(manifest, "skipAwait");

/** Whether fields that others manage are taken over. */
export const patchForce = (manifest: Manifest): boolean => isTrue(manifest, "patchForce");

/** The name under which fields are managed, if the program says one. */
export const patchFieldManager = (manifest: Manifest): string | undefined =>
  annotationOf(manifest, "pulumi.com/patchFieldManager");

/** The conditions that the program wants awaited instead of the kind's own; empty when it says none. */
export function waitForExpressions(manifest: Manifest): readonly string[] {
  const text = annotationOf(manifest, "pulumi.com/waitFor");
  if (text === undefined || text === "") return [];
  try {
    const list: unknown = JSON.parse(text);
    if (Array.isArray(list)) return list.map(String);
  } catch {
    // Not a JSON list: one expression.
  }
  return [text];
}

/** How long to wait: the resource option first, then the annotation. */
export function timeoutOf(manifest: Manifest, customTimeout: number | undefined, ordinary: number): number {
  if (customTimeout !== undefined) return customTimeout;
  const seconds = Number(annotationOf(manifest, "pulumi.com/timeoutSeconds"));
  return Number.isInteger(seconds) && seconds > 0 ? seconds : ordinary;
}

/** How what an object owns is deleted with it: the owned ones first, unless the program says otherwise. */
export function deletionPropagation(manifest: Manifest): "Foreground" | "Background" | "Orphan" {
  const policy: string = annotationOf(manifest, "pulumi.com/deletionPropagationPolicy") ?? "";
  switch (policy.toLowerCase()) {
    case "orphan":
      return "Orphan";
    case "background":
      return "Background";
    default:
      return "Foreground";
  }
}
