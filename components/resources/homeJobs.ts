import { Job } from "@pulumi/kubernetes/batch/v1/job.js";
import type * as pulumi from "@pulumi/pulumi";
import type { HomesPlan, JobManifest } from "../plan/plan.ts";

/** The jobs that work on the homes before servers do; the directory of the homes may have to be given to `posix` first. */
export function makeHomeJobs(
  name: string,
  { fixOwners, sharedFoldersJob }: Pick<HomesPlan, "fixOwners" | "sharedFoldersJob">,
  namespace: pulumi.Input<string>,
  opts: pulumi.CustomResourceOptions & { readonly dependsOn: pulumi.Resource | pulumi.Resource[] },
): void {
  const first =
    fixOwners &&
    // A file system with many files takes hours.
    makeJob(`${name}-fix-owners`, fixOwners, namespace, { ...opts, customTimeouts: { create: "24h" } });
  if (sharedFoldersJob)
    makeJob(`${name}-shared-folders`, sharedFoldersJob, namespace, {
      ...opts,
      dependsOn: [opts.dependsOn, first ?? []].flat(),
    });
}

/** Runs the job, and waits for its end. Another command is another job: the provider makes it anew. */
const makeJob = (
  name: string,
  { metadata, spec }: JobManifest,
  namespace: pulumi.Input<string>,
  opts: pulumi.CustomResourceOptions,
): Job => new Job(name, { metadata: { ...metadata, namespace }, spec }, opts);
