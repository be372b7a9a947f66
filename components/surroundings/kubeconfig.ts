import type { Surroundings } from "./surroundings.ts";

/** What it takes to talk to a cluster. */
export interface Reachable {
  readonly region: string;
  readonly cluster: Pick<Surroundings["cluster"], "name" | "arn" | "endpoint" | "certificateAuthority">;
}

/**
 * A kubeconfig for an EKS cluster: whoever runs the program is who talks to it, by `aws eks get-token`. The profile is
 * the one that the AWS provider is configured with, of which `aws` would not know.
 */
export function clusterKubeconfig({ cluster, region }: Reachable, profile?: string): string {
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
            ...(profile !== undefined && { env: [{ name: "AWS_PROFILE", value: profile }] }),
          },
        },
      },
    ],
    contexts: [{ name, context: { cluster: name, user: name } }],
    "current-context": name,
  });
}
