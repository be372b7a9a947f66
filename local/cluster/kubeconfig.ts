import { stringify } from "yaml";
import type { Credential } from "./pki.ts";

/** The name of the simulated EKS cluster, and of the context in the kubeconfig. */
export const clusterName = "local";

/** A kubeconfig with everything inside, for one client of the API server. */
export function kubeconfig(endpoint: string, authority: string, client: Credential): string {
  return stringify({
    apiVersion: "v1",
    kind: "Config",
    clusters: [
      { name: clusterName, cluster: { server: endpoint, "certificate-authority-data": base64(authority) } },
    ],
    users: [
      {
        name: clusterName,
        user: {
          "client-certificate-data": base64(client.certificate),
          "client-key-data": base64(client.key),
        },
      },
    ],
    contexts: [{ name: clusterName, context: { cluster: clusterName, user: clusterName } }],
    "current-context": clusterName,
  });
}

export function base64(text: string): string {
  return Buffer.from(text).toString("base64");
}
