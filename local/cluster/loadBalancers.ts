import { createHash } from "node:crypto";
import {
  type CoreV1Api,
  type KubeConfig,
  makeInformer,
  PatchStrategy,
  setHeaderOptions,
  type V1Service,
} from "@kubernetes/client-node";
import { keepWatching } from "./keepWatching.ts";
import { region } from "./nodes.ts";

/** Gives each Service of type LoadBalancer a host name of the form that AWS gives, under a name that stays on this machine. */
export async function watchLoadBalancers(config: KubeConfig, core: CoreV1Api): Promise<void> {
  const informer = makeInformer(config, "/api/v1/services", () => core.listServiceForAllNamespaces());
  await keepWatching(informer, async (service) => {
    const host = hostFor(service);
    if (host === undefined) return;
    await core.patchNamespacedServiceStatus(
      {
        name: service.metadata?.name ?? "",
        namespace: service.metadata?.namespace ?? "",
        body: { status: { loadBalancer: { ingress: [{ hostname: host }] } } },
      },
      setHeaderOptions("Content-Type", PatchStrategy.MergePatch),
    );
  });
}

/** The host name that this Service still has to be given; nothing when it needs none or has one. */
export function hostFor(service: V1Service): string | undefined {
  if (service.spec?.type !== "LoadBalancer" || service.metadata?.deletionTimestamp !== undefined)
    return undefined;
  if ((service.status?.loadBalancer?.ingress ?? []).length > 0) return undefined;
  const id = createHash("sha256")
    .update(service.metadata?.uid ?? "")
    .digest("hex");
  return `a${id.slice(0, 31)}-${Number.parseInt(id.slice(31, 39), 16)}.${region}.elb.localhost`;
}
