import { Job } from "@pulumi/kubernetes/batch/v1/job.js";
import type * as pulumi from "@pulumi/pulumi";
import type { JobManifest } from "../plan/plan.ts";

/** Runs the job, and waits for its end: a file system with many files takes hours. */
export const makeFixOwners = (
  name: string,
  { metadata, spec }: JobManifest,
  namespace: pulumi.Input<string>,
  opts: pulumi.CustomResourceOptions,
): Job =>
  new Job(
    name,
    { metadata: { ...metadata, namespace }, spec },
    { ...opts, customTimeouts: { create: "24h" } },
  );
