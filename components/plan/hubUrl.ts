import type { HelmValues } from "../settings/settings.ts";
import { isRecord } from "../settings/path.ts";

/** The URL that the user's own values give the hub, by https or ingress. Absent: the public proxy's Service tells. */
export function urlInValues(values: HelmValues): string | undefined {
  const https = record(record(values, "proxy"), "https");
  const ingress = record(values, "ingress");
  const secureHost = https.enabled === true ? firstHost(https.hosts) : undefined;
  if (secureHost !== undefined) return `https://${secureHost}/`;
  const ingressHost = ingress.enabled === true ? firstHost(ingress.hosts) : undefined;
  if (ingressHost === undefined) return undefined;
  const encrypted = Array.isArray(ingress.tls) && ingress.tls.length > 0;
  return `${encrypted ? "https" : "http"}://${ingressHost}/`;
}

const record = (value: HelmValues, key: string): HelmValues => {
  const child = value[key];
  return isRecord(child) ? child : {};
};

const firstHost = (hosts: unknown): string | undefined => {
  const first: unknown = Array.isArray(hosts) ? hosts[0] : undefined;
  return typeof first === "string" ? first : undefined;
};

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
