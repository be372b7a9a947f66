import { setTimeout as sleep } from "node:timers/promises";
import { CoreV1Api, KubeConfig, KubernetesObjectApi, type V1Node } from "@kubernetes/client-node";
import { Failure } from "../failure.ts";
import { blockStorageClass, efsCsiDriver, simulatedNode, zones } from "./nodes.ts";

/** How long a new cluster may take to be of use. */
const limit = 120_000;

/** Gives a new cluster its nodes and storage class, and waits until pods can be scheduled. */
export async function furnishCluster(kubeconfigFile: string, signal: AbortSignal): Promise<void> {
  const config = new KubeConfig();
  config.loadFromFile(kubeconfigFile);
  const core = config.makeApiClient(CoreV1Api);
  const objects = KubernetesObjectApi.makeApiClient(config);
  for (const manifest of [...zones.map(simulatedNode), blockStorageClass, efsCsiDriver])
    await objects.create(manifest);
  const end = performance.now() + limit;
  while (!(await isUsable(core))) {
    signal.throwIfAborted();
    if (performance.now() > end) throw new Failure("The simulated nodes are not ready after two minutes.");
    await sleep(200);
  }
}

async function isUsable(core: CoreV1Api): Promise<boolean> {
  const [nodes, accounts] = await Promise.all([
    core.listNode(),
    core.listNamespacedServiceAccount({ namespace: "default" }),
  ]);
  return nodes.items.every(isReady) && accounts.items.some((account) => account.metadata?.name === "default");
}

function isReady(node: V1Node): boolean {
  const ready =
    node.status?.conditions?.some(({ type, status }) => type === "Ready" && status === "True") ?? false;
  return ready && (node.spec?.taints ?? []).length === 0;
}
