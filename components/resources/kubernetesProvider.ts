import { Provider } from "@pulumi/kubernetes/provider.js";
import { Config } from "@pulumi/pulumi";
import type { KubernetesSettings } from "../settings/settings.ts";
import { clusterKubeconfig, type Reachable } from "../surroundings/kubeconfig.ts";

/**
 * The provider of a cluster's objects: by the kubeconfig that the settings name, else by one made from the cluster.
 * It is the cluster that identifies it: a new endpoint or token changes the provider, and replaces nothing.
 */
export const kubernetesProvider = (name: string, found: Reachable, settings?: KubernetesSettings): Provider =>
  new Provider(name, {
    ...(settings ?? { kubeconfig: clusterKubeconfig(found, new Config("aws").get("profile")) }),
    clusterIdentifier: found.cluster.arn,
  });
