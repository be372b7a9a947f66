import { Provider } from "@pulumi/kubernetes/provider.js";
import { Config, output, type Resource } from "@pulumi/pulumi";
import type { KubernetesSettings } from "../settings/settings.ts";
import { clusterKubeconfig, type Reachable } from "../surroundings/kubeconfig.ts";

interface ProviderOptions {
  readonly kubernetes?: KubernetesSettings;
  /**
   * Whether objects of our names that are there already become the stack's: what an earlier stack left in the cluster
   * belongs to the file system that is taken over. Else such an object is an error.
   */
  readonly takesOver: boolean;
  /** What has to be registered before: where it is refused, so is the provider. */
  readonly after?: Resource;
}

/**
 * The provider of a cluster's objects: by the kubeconfig that the settings name, else by one made from the cluster.
 * It is the cluster that identifies it: a new endpoint or token changes the provider, and replaces nothing.
 */
export const kubernetesProvider = (
  name: string,
  found: Reachable,
  { kubernetes, takesOver, after }: ProviderOptions,
): Provider =>
  new Provider(name, {
    ...(kubernetes ?? { kubeconfig: clusterKubeconfig(found, new Config("aws").get("profile")) }),
    // A dependency on a component is one on what is in it, and in some there is nothing: so its URN is waited for.
    clusterIdentifier: output(after?.urn).apply(() => found.cluster.arn),
    upsertExistingObjects: takesOver,
  });
