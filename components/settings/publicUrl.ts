import { isRecord } from "./path.ts";
import type { HelmValues } from "./settings.ts";

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

/**
 * Where an OAuth provider sends people back to. Only over HTTPS: the way back has a code in it that signs somebody in.
 * https://oauthenticator.readthedocs.io/en/stable/reference/api/gen/oauthenticator.oauth2.html
 */
export function callbackUrlInValues(values: HelmValues): string | undefined {
  const url = urlInValues(values);
  const { baseUrl = "/" } = record(values, "hub");
  if (url?.startsWith("https:") !== true || typeof baseUrl !== "string") return undefined;
  const path = `/${baseUrl}/hub/oauth_callback`.replace(/\/+/g, "/");
  return `${url.slice(0, -1)}${path}`;
}

const record = (value: HelmValues, key: string): HelmValues => {
  const child = value[key];
  return isRecord(child) ? child : {};
};

const firstHost = (hosts: unknown): string | undefined => {
  const first: unknown = Array.isArray(hosts) ? hosts[0] : undefined;
  return typeof first === "string" ? first : undefined;
};
