import { textAt } from "../cluster/manifest.ts";
import { type Awaited, type Look, unless } from "./readiness.ts";

const fiveMinutes = 300;

const phase = (...wanted: readonly string[]): Look => {
  return (live) => {
    const now = textAt(live, "status", "phase") ?? "unknown";
    return unless(wanted.includes(now), `phase is ${now}, awaited is ${wanted.join(" or ")}`);
  };
};

/** `Released` is neither: a volume that was used once and never given free is not awaited with success. */
export const persistentVolume: Awaited = { look: phase("Available", "Bound"), atMostSeconds: fiveMinutes };

/**
 * Bound; but where the storage class waits for a first consumer, Pending, and then only Pending: a claim of such a class
 * that is bound at once is awaited in vain. A class that cannot be found counts as one that binds at once.
 */
export const persistentVolumeClaim: Awaited = {
  atMostSeconds: fiveMinutes,
  look: async (live, { cluster, existed }) => {
    if (existed && textAt(live, "status", "phase") === "Bound") return [];
    const name = textAt(live, "spec", "storageClassName") ?? "";
    const reference = { apiVersion: "storage.k8s.io/v1", kind: "StorageClass", namespace: "", name };
    const storageClass = name === "" ? undefined : await cluster.get(reference);
    const late = textAt(storageClass, "volumeBindingMode") === "WaitForFirstConsumer";
    return phase(late ? "Pending" : "Bound")(live, { cluster, existed });
  },
};
