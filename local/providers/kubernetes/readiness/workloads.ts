import { annotationOf, listAt, type Manifest, numberAt, textAt } from "../cluster/manifest.ts";
import { type Awaited, unless } from "./readiness.ts";

/** The controller has seen the object as it is now. */
const observed = (live: Manifest): boolean =>
  (numberAt(live, "status", "observedGeneration") ?? 0) >= (numberAt(live, "metadata", "generation") ?? 0);

/** A condition of the status: whether it is true, and its own words. */
export function condition(live: Manifest, type: string): { status: string; reason: string; message: string } {
  const found = listAt(live, "status", "conditions").find((entry) => entry.type === type);
  return {
    status: textAt(found, "status") ?? "Unknown",
    reason: textAt(found, "reason") ?? "",
    message: textAt(found, "message") ?? `no condition ${type} yet`,
  };
}

const holds = (live: Manifest, type: string): readonly string[] => {
  const { status, reason, message } = condition(live, type);
  return unless(status === "True", reason === "" ? message : `[${reason}] ${message}`);
};

const status = (live: Manifest, name: string): number => numberAt(live, "status", name) ?? 0;

const counted = (live: Manifest, wanted: number, names: readonly string[]): readonly string[] =>
  names.flatMap((name) =>
    unless(status(live, name) >= wanted, `${name} is ${status(live, name)} of ${wanted}`),
  );

/** Available, with the newest replica set rolled out. */
export const deployment: Awaited = {
  onRead: true,
  look: (live) => {
    if (!observed(live) || annotationOf(live, "deployment.kubernetes.io/revision") === undefined) {
      return ["the deployment controller has not seen it yet"];
    }
    const { status: progressing, reason, message } = condition(live, "Progressing");
    const rolledOut = progressing === "True" && reason === "NewReplicaSetAvailable";
    return [...holds(live, "Available"), ...unless(rolledOut, `[${reason}] ${message}`)];
  },
};

/** Every node that should have a pod has a new one, and it is available. */
export const daemonSet: Awaited = {
  onRead: true,
  look: (live) => {
    if (!observed(live)) return ["the daemon set controller has not seen it yet"];
    const wanted = status(live, "desiredNumberScheduled");
    return counted(live, wanted, [
      "currentNumberScheduled",
      "updatedNumberScheduled",
      "numberAvailable",
      "numberReady",
    ]);
  },
};

/** All replicas are of the newest revision and ready. */
export const statefulSet: Awaited = {
  onRead: true,
  look: (live) => {
    if (!observed(live)) return ["the stateful set controller has not seen it yet"];
    const wanted = numberAt(live, "spec", "replicas") ?? 1;
    const rolledOut = textAt(live, "status", "currentRevision") === textAt(live, "status", "updateRevision");
    return [
      ...counted(live, wanted, ["readyReplicas"]),
      ...unless(rolledOut, "the newest revision is not rolled out"),
    ];
  },
};

/** Complete; a failed job never will be. */
export const job: Awaited = {
  onRead: true,
  look: (live) => {
    const failed = condition(live, "Failed");
    if (failed.status === "True") throw new Error(`[${failed.reason}] ${failed.message}`);
    return holds(live, "Complete");
  },
};

/** Ready, or done. */
export const pod: Awaited = {
  onRead: true,
  look: (live) => (textAt(live, "status", "phase") === "Succeeded" ? [] : holds(live, "Ready")),
};
