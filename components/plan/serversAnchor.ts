import { serversAnchor } from "../settings/names.ts";
import type { Settings } from "../settings/settings.ts";
import type { Manifest } from "./plan.ts";

/**
 * What users' servers belong to. They are in no release, and outlive the hub; by this object's end Kubernetes ends
 * them, and its deletion waits for that. So a stack that goes, and leaves the namespace, leaves no server behind.
 * https://kubernetes.io/docs/concepts/architecture/garbage-collection/#owners-dependents
 */
export const planServersAnchor = ({
  hub,
}: {
  readonly hub: Pick<Settings["hub"], "namespace">;
}): Manifest => ({
  apiVersion: "v1",
  kind: "ConfigMap",
  metadata: {
    name: serversAnchor,
    namespace: hub.namespace,
    annotations: {
      "jupyterhub-efs/purpose": "Every user's server belongs to this: whoever deletes it ends them all.",
    },
  },
});

/** The chart runs the pieces in the order of their keys: ours comes last, and keeps a hook that was set before. */
export const ANCHOR_CONFIG_KEY = "zz-jupyterhub-efs-servers";

/**
 * Python for the hub: makes each server belong to the anchor with this uid.
 * https://jupyterhub-kubespawner.readthedocs.io/en/latest/spawner.html#kubespawner.KubeSpawner.modify_pod_hook
 */
export const anchorConfig = (uid: string): string =>
  `from jupyterhub.utils import maybe_future
from kubernetes_asyncio.client.models import V1OwnerReference

def belonging_to_the_stack(earlier):
    async def modify_pod(spawner, pod):
        if earlier is not None:
            pod = await maybe_future(earlier(spawner, pod))
        anchor = V1OwnerReference(
            api_version="v1", kind="ConfigMap", name="${serversAnchor}",
            uid="${uid}", block_owner_deletion=True,
        )
        pod.metadata.owner_references = [*(pod.metadata.owner_references or []), anchor]
        return pod
    return modify_pod

c.KubeSpawner.modify_pod_hook = belonging_to_the_stack(c.KubeSpawner.get("modify_pod_hook"))
`;
