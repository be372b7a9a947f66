import type * as pulumi from "@pulumi/pulumi";
import type { HomesPlan } from "../plan/plan.ts";
import { makeFixOwners } from "./fixOwners.ts";
import { makeSharedFolders } from "./sharedFolders.ts";

/** The jobs that work on the homes before servers do; the directory of the homes may have to be given to `posix` first. */
export function makeHomeJobs(
  name: string,
  { fixOwners, sharedFoldersJob }: Pick<HomesPlan, "fixOwners" | "sharedFoldersJob">,
  namespace: pulumi.Input<string>,
  opts: pulumi.CustomResourceOptions & { readonly dependsOn: pulumi.Resource | pulumi.Resource[] },
): void {
  const first = fixOwners && makeFixOwners(`${name}-fix-owners`, fixOwners, namespace, opts);
  if (sharedFoldersJob)
    makeSharedFolders(`${name}-shared-folders`, sharedFoldersJob, namespace, {
      ...opts,
      dependsOn: [opts.dependsOn, first ?? []].flat(),
    });
}
