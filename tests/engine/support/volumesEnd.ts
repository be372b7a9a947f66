// Stands in, while a stack is destroyed, for what the local environment has not: the kubelet, for the one job that ends
// volumes (its container's own command runs here, as its own service account), and the driver's controller.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { DeleteAccessPointCommand } from "@aws-sdk/client-efs";
import { PatchStrategy, setHeaderOptions, type V1Pod } from "@kubernetes/client-node";
import { execa } from "execa";
import { efs } from "./cloud.ts";
import { apps, core, kubeconfig } from "./cluster.ts";

const mergePatch = setHeaderOptions("Content-Type", PatchStrategy.MergePatch);
const namespace = "kube-system";
/** Where a pod finds its service account. https://kubernetes.io/docs/tasks/run-application/access-api-from-pod/ */
const ACCOUNT = "/var/run/secrets/kubernetes.io/serviceaccount";

/** What came of the work, and what the job's pods said. */
interface Destroyed<T> {
  readonly result: T;
  readonly said: string;
}

/** Does the work, while somebody runs the job that it waits for, and the driver ends what it is told to. */
export async function withKubeletAndDriver<T>(work: () => Promise<T>): Promise<Destroyed<T>> {
  const said: string[] = [];
  let isOver = false;
  const repeat = async (step: () => Promise<void>): Promise<void> => {
    while (!isOver) {
      await step();
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  };
  // Simulated nodes end every job at once, whatever it should do; a pod that has no node waits.
  await cordon(true);
  try {
    const helpers = [repeat(endVolumes), repeat(() => runJobs(said))];
    const result = await work().finally(() => (isOver = true));
    await Promise.all(helpers);
    return { result, said: said.join("\n") };
  } finally {
    isOver = true;
    await cordon(false);
  }
}

async function cordon(unschedulable: boolean): Promise<void> {
  const { items } = await core.listNode();
  for (const { metadata } of items)
    await core.patchNode({ name: metadata?.name ?? "", body: { spec: { unschedulable } } }, mergePatch);
}

/** One round of the driver's controller: it ends volumes that nobody claims and that it may end, as long as it is there. */
async function endVolumes(): Promise<void> {
  const name = "efs-csi-controller";
  const isThere = async () =>
    (await apps.readNamespacedDeployment({ namespace, name }).catch(() => undefined)) !== undefined;
  const { items } = await core.listPersistentVolume();
  for (const { metadata, spec, status } of items) {
    if (spec?.csi?.driver !== "efs.csi.aws.com" || status?.phase !== "Released") continue;
    if (spec.persistentVolumeReclaimPolicy !== "Delete" || !(await isThere())) continue;
    const AccessPointId = spec.csi.volumeHandle.split("::")[1];
    await efs.send(new DeleteAccessPointCommand({ AccessPointId })).catch(() => undefined);
    await core.deletePersistentVolume({ name: metadata?.name ?? "" }).catch(() => undefined);
  }
}

/** Runs the pods that wait for a node, to their ends. */
async function runJobs(said: string[]): Promise<void> {
  const labelSelector = "batch.kubernetes.io/job-name";
  const { items } = await core.listNamespacedPod({ namespace, labelSelector });
  for (const pod of items.filter(({ status }) => status?.phase === "Pending")) {
    const { exitCode, all } = await run(pod);
    said.push(all);
    const name = pod.metadata?.name ?? "";
    const phase = exitCode === 0 ? "Succeeded" : "Failed";
    await core.patchNamespacedPodStatus({ namespace, name, body: { status: { phase } } }, mergePatch);
  }
}

/** A container's own command and variables, with the rights of its service account and no others. */
async function run({ spec }: V1Pod): Promise<{ exitCode: number | undefined; all: string }> {
  const [container] = spec?.containers ?? [];
  const account = { namespace, name: spec?.serviceAccountName ?? "" };
  const { status } = await core.createNamespacedServiceAccountToken({
    ...account,
    body: { spec: { audiences: [] } },
  });
  const folder = await mkdtemp(path.join(tmpdir(), "account-"));
  try {
    const { server = "", caData = "" } = kubeconfig.getCurrentCluster() ?? {};
    await writeFile(path.join(folder, "token"), status?.token ?? "", { mode: 0o600 });
    await writeFile(path.join(folder, "ca.crt"), Buffer.from(caData, "base64"));
    const { hostname, port } = new URL(server);
    const [command = "", ...words] = (container?.command ?? []).map((word) =>
      word.replaceAll(ACCOUNT, folder),
    );
    const given = (container?.env ?? []).map(({ name, value = "" }) => [name, value]);
    const env = { KUBERNETES_SERVICE_HOST: hostname, KUBERNETES_SERVICE_PORT: port };
    const { exitCode, all } = await execa(command, words, {
      env: { ...env, ...(Object.fromEntries(given) as Record<string, string>) },
      all: true,
      reject: false,
    });
    return { exitCode, all };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
