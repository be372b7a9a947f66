/** What is read of the public proxy's Service. A Service that was just made, or is gone, has less of it. */
export interface PublicProxy {
  readonly spec: { readonly clusterIP?: string } | undefined;
  readonly status:
    | {
        readonly loadBalancer?: {
          readonly ingress?: readonly { readonly hostname?: string; readonly ip?: string }[];
        };
      }
    | undefined;
}

/** The load balancer's address where there is one, else the cluster's own. */
export function urlOfService(spec: PublicProxy["spec"], status: PublicProxy["status"]): string {
  const balancer = status?.loadBalancer?.ingress?.[0];
  return `http://${balancer?.hostname ?? balancer?.ip ?? spec?.clusterIP ?? "unknown"}/`;
}
