// Stands in, while a stack is destroyed, for what the local environment has not: the kubelet, for the one job that ends
// volumes (its container's own command runs here, as its own service account), and the driver's controller.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { DeleteAccessPointCommand } from "@aws-sdk/client-efs";
import {
  AdmissionregistrationV1Api,
  AuthenticationV1TokenRequest,
  PatchStrategy,
  setHeaderOptions,
  type V1Pod,
  V1TokenRequestSpec,
} from "@kubernetes/client-node";
import { execa } from "execa";
import { efs } from "./cloud.ts";
import { apps, core, create, judge, kubeconfig, until } from "./cluster.ts";

const mergePatch = setHeaderOptions("Content-Type", PatchStrategy.MergePatch);
const admission = kubeconfig.makeApiClient(AdmissionregistrationV1Api);
const namespace = "kube-system";
/** What every pod of a job is labelled with. */
const JOB = "batch.kubernetes.io/job-name";
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
  const letJobsGo = await keepJobsFromNodes();
  try {
    // All at once: a helper that fails would let the work wait for ever.
    const [result] = await Promise.all([
      work().finally(() => (isOver = true)),
      repeat(endVolumes),
      repeat(() => runJobs(said)),
    ]);
    return { result, said: said.join("\n") };
  } finally {
    isOver = true;
    await letJobsGo();
  }
}

/** Simulated nodes end every job at once, whatever it should do: those of the namespace get none, and wait. */
async function keepJobsFromNodes(): Promise<() => Promise<void>> {
  const metadata = { name: "jobs-wait" };
  const kind = { apiVersion: "admissionregistration.k8s.io/v1", metadata };
  const here = { matchLabels: { "kubernetes.io/metadata.name": namespace } };
  const jobs = { matchExpressions: [{ key: JOB, operator: "Exists" }] };
  const pods = { operations: ["CREATE"], apiGroups: [""], apiVersions: ["v1"], resources: ["pods"] };
  await create({
    ...kind,
    kind: "MutatingAdmissionPolicy",
    spec: {
      matchConstraints: { namespaceSelector: here, objectSelector: jobs, resourceRules: [pods] },
      reinvocationPolicy: "Never",
      mutations: [
        {
          patchType: "ApplyConfiguration",
          applyConfiguration: { expression: 'Object{spec: Object.spec{schedulerName: "nobody"}}' },
        },
      ],
    },
  });
  const spec = { policyName: metadata.name };
  await create({ ...kind, kind: "MutatingAdmissionPolicyBinding", spec });
  await until(async () => {
    const probe = { name: "probe", namespace, labels: { [JOB]: "probe" } };
    const containers = [{ name: "probe", image: "probe" }];
    const pod = await judge({ apiVersion: "v1", kind: "Pod", metadata: probe, spec: { containers } });
    return JSON.stringify(pod).includes('"schedulerName":"nobody"');
  });
  return async () => {
    await admission.deleteMutatingAdmissionPolicyBinding(metadata);
    await admission.deleteMutatingAdmissionPolicy(metadata);
  };
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
  const { items } = await core.listNamespacedPod({ namespace, labelSelector: JOB });
  for (const pod of items.filter(({ status }) => status?.phase === "Pending")) {
    const { exitCode, all } = await run(pod);
    said.push(all);
    const name = pod.metadata?.name ?? "";
    const phase = exitCode === 0 ? "Succeeded" : "Failed";
    await core.patchNamespacedPodStatus({ namespace, name, body: { status: { phase } } }, mergePatch);
  }
}

/** A container's own command and variables, with the rights of its service account and no others. */
async function run(pod: V1Pod): Promise<{ exitCode: number | undefined; all: string }> {
  const [container] = pod.spec?.containers ?? [];
  const account = { namespace, name: pod.spec?.serviceAccountName ?? "" };
  const spec = Object.assign(new V1TokenRequestSpec(), { audiences: [] });
  const body = Object.assign(new AuthenticationV1TokenRequest(), { spec });
  const { status } = await core.createNamespacedServiceAccountToken({ ...account, body });
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
