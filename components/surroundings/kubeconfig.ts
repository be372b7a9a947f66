import type { Surroundings } from "./surroundings.ts";

/** A kubeconfig for an EKS cluster: whoever runs the program is who talks to it, by `aws eks get-token`. */
export function clusterKubeconfig({ cluster, region }: Surroundings): string {
  const { name, endpoint, certificateAuthority } = cluster;
  return JSON.stringify({
    apiVersion: "v1",
    kind: "Config",
    clusters: [{ name, cluster: { server: endpoint, "certificate-authority-data": certificateAuthority } }],
    users: [
      {
        name,
        user: {
          exec: {
            apiVersion: "client.authentication.k8s.io/v1beta1",
            command: "aws",
            args: ["--region", region, "eks", "get-token", "--cluster-name", name, "--output", "json"],
            interactiveMode: "Never",
          },
        },
      },
    ],
    contexts: [{ name, context: { cluster: name, user: name } }],
    "current-context": name,
  });
}
