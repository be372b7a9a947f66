import { equal } from "../../engine/diff.ts";
import { at, type Manifest, textAt } from "../cluster/manifest.ts";
import type { Kind } from "../cluster/kind.ts";
import { waitForExpressions } from "../objects/annotations.ts";
import { waitForExpression } from "./expression.ts";
import { ingress, service } from "./network.ts";
import { type Awaited, unless } from "./readiness.ts";
import { persistentVolume, persistentVolumeClaim } from "./storage.ts";
import { daemonSet, deployment, job, pod, statefulSet } from "./workloads.ts";

/** A token of a service account is written by the cluster, soon after. */
const secret: Awaited = {
  atMostSeconds: 5,
  look: (live) =>
    unless(
      textAt(live, "type") !== "kubernetes.io/service-account-token" || at(live, "data") !== undefined,
      "no token yet",
    ),
};

const resourceQuota: Awaited = {
  atMostSeconds: 60,
  look: (live) =>
    unless(equal(at(live, "spec", "hard"), at(live, "status", "hard")), "the quota is not counted yet"),
};

const table: Readonly<Record<string, Awaited>> = {
  "apps/v1/DaemonSet": daemonSet,
  "apps/v1/Deployment": deployment,
  "apps/v1/StatefulSet": statefulSet,
  "batch/v1/Job": job,
  "networking.k8s.io/v1/Ingress": ingress,
  "v1/PersistentVolume": persistentVolume,
  "v1/PersistentVolumeClaim": persistentVolumeClaim,
  "v1/Pod": pod,
  "v1/ResourceQuota": resourceQuota,
  "v1/Secret": secret,
  "v1/Service": service,
};

/** What is awaited of an object: the program's own conditions, else its kind's. Undefined: nothing. */
export function awaitedOf({ apiVersion, kind }: Kind, inputs: Manifest): Awaited | undefined {
  const expressions = waitForExpressions(inputs).map(waitForExpression);
  if (expressions.length === 0) return table[`${apiVersion}/${kind}`];
  return {
    look: async (live, surroundings) => {
      const looks = await Promise.all(expressions.map(async (look) => look(live, surroundings)));
      return looks.flat();
    },
  };
}
