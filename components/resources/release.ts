import { Release } from "@pulumi/kubernetes/helm/v3/release.js";
import type * as pulumi from "@pulumi/pulumi";
import type { ReleasePlan } from "../plan/plan.ts";

/** A Helm release as planned: under a fixed name, waited for, in a namespace that exists. */
export function makeRelease(name: string, plan: ReleasePlan, opts: pulumi.CustomResourceOptions): Release {
  const { chart, version, repository } = plan.chart;
  return new Release(
    name,
    {
      name: plan.name,
      namespace: plan.namespace,
      chart,
      ...(version !== undefined && { version }),
      ...(repository !== undefined && { repositoryOpts: { repo: repository } }),
      timeout: plan.timeoutSeconds,
      // Each revision is a Secret in the namespace. Helm's command keeps ten, the provider all.
      maxHistory: 10,
      values: plan.values,
    },
    opts,
  );
}
