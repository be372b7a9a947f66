import type { LifecyclePolicy } from "@aws-sdk/client-efs";
import type { FileSystem } from "@pulumi/aws/efs/fileSystem.js";
import type { StateOf } from "../awsType.ts";

/** The rules that move files between storage classes, as the program writes them: one transition an element. */
export type LifecyclePolicies = NonNullable<StateOf<FileSystem>["lifecyclePolicies"]>;

/** As the API takes them. */
export const toLifecyclePolicies = (policies: readonly LifecyclePolicies[number][]): LifecyclePolicy[] =>
  policies.map(
    ({ transitionToIa, transitionToArchive, transitionToPrimaryStorageClass }) =>
      ({
        ...(transitionToIa !== undefined && { TransitionToIA: transitionToIa }),
        ...(transitionToArchive !== undefined && { TransitionToArchive: transitionToArchive }),
        ...(transitionToPrimaryStorageClass !== undefined && {
          TransitionToPrimaryStorageClass: transitionToPrimaryStorageClass,
        }),
      }) as LifecyclePolicy,
  );

/** As the program writes them; undefined when there are none. */
export function lifecyclePoliciesOf(
  policies: readonly LifecyclePolicy[] | undefined,
): LifecyclePolicies | undefined {
  const written = (policies ?? []).map((policy) => ({
    ...(policy.TransitionToIA !== undefined && { transitionToIa: policy.TransitionToIA }),
    ...(policy.TransitionToArchive !== undefined && { transitionToArchive: policy.TransitionToArchive }),
    ...(policy.TransitionToPrimaryStorageClass !== undefined && {
      transitionToPrimaryStorageClass: policy.TransitionToPrimaryStorageClass,
    }),
  }));
  return written.length === 0 ? undefined : written;
}
