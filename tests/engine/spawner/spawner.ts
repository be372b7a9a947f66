import path from "node:path";
import { execa } from "execa";
import { planHubValues } from "../../../components/plan/hubValues.ts";
import type { Settings } from "../../../components/settings/settings.ts";
import { Progress } from "../../../local/progress/progress.ts";
import { cacheFolder } from "../../../local/state/paths.ts";
import { installSpawner } from "../../../local/toolchain/spawner.ts";

/** A server that somebody asks for. */
export interface Asked {
  readonly user: string;
  /** A named one. */
  readonly server?: string;
  readonly admin?: boolean;
  /** What was chosen on the page of profiles. */
  readonly options?: Record<string, unknown>;
}

interface Mount {
  readonly name: string;
  readonly mountPath: string;
  readonly subPath?: string;
  readonly subPathExpr?: string;
  readonly readOnly?: boolean;
}

interface Container {
  readonly name: string;
  readonly image: string;
  readonly command?: readonly string[];
  readonly securityContext: Record<string, unknown>;
  readonly volumeMounts?: readonly Mount[];
}

interface Volume {
  readonly name: string;
  readonly persistentVolumeClaim?: { readonly claimName: string };
  readonly [source: string]: unknown;
}

/** What the hub would make. */
export interface Made {
  /** As JupyterHub has the name. */
  readonly user: string;
  readonly pod: {
    readonly metadata: { readonly name: string; readonly ownerReferences?: readonly unknown[] };
    readonly spec: {
      readonly containers: readonly Container[];
      readonly initContainers?: readonly Container[];
      readonly volumes: readonly Volume[];
      readonly securityContext: Record<string, unknown>;
      readonly serviceAccountName?: string;
      readonly automountServiceAccountToken?: boolean;
      readonly hostNetwork?: boolean;
      readonly hostPID?: boolean;
      readonly hostIPC?: boolean;
    };
  };
  /** Dynamic: the claim of the home. */
  readonly claim?: {
    readonly metadata: { readonly name: string };
    readonly spec: { readonly storageClassName?: string; readonly accessModes: readonly string[] };
  };
}

type Answer = Made | { readonly refused: string } | { readonly failed: string };
export const isMade = (answer: Answer): answer is Made => "pod" in answer;

const program = path.join(import.meta.dirname, "..", "..", "..", "local", "spawner", "pods.py");
const silent = new Progress({ write: () => true });

/** A hub, and the servers that are asked for there. */
export interface Hub {
  readonly settings: Settings;
  readonly servers: readonly Asked[];
}

/** Asks the real KubeSpawner, once for all hubs: it takes seconds to start, and milliseconds for a server. */
export async function answersOf(hubs: readonly Hub[]): Promise<Answer[][]> {
  const python = await installSpawner(cacheFolder(), silent, new AbortController().signal);
  const input = hubs.map(({ settings, servers }) => ({
    namespace: settings.hub.namespace,
    values: planHubValues(settings),
    servers,
  }));
  const { stdout } = await execa(python, ["-B", program], {
    input: JSON.stringify(input),
    maxBuffer: 200_000_000,
  });
  return JSON.parse(stdout) as Answer[][];
}

/** The same for one hub, in which no server fails. */
export async function answers(settings: Settings, servers: readonly Asked[]): Promise<Answer[]> {
  const [all = []] = await answersOf([{ settings, servers }]);
  for (const answer of all) if ("failed" in answer) throw new Error(answer.failed);
  return all;
}

/** The same for servers that are all made. */
export async function made(settings: Settings, servers: readonly Asked[]): Promise<Made[]> {
  const all = await answers(settings, servers);
  const good = all.filter(isMade);
  if (good.length !== all.length) throw new Error("a name was refused");
  return good;
}

/** The server itself. */
export function notebook({ pod }: Made): Container & { readonly volumeMounts: readonly Mount[] } {
  const found = pod.spec.containers.find(({ name }) => name === "notebook");
  if (found?.volumeMounts === undefined) throw new Error("no server in the pod");
  return { ...found, volumeMounts: found.volumeMounts };
}

/** The claim and the directory in its volume that a server has at a place. */
export function mountedAt(
  server: Made,
  place: string,
): { claim: string; subPath: string; readOnly: boolean } {
  const mounts = notebook(server).volumeMounts.filter(({ mountPath }) => mountPath === place);
  const [mount] = mounts;
  if (mount === undefined || mounts.length > 1) throw new Error(`${mounts.length} mounts at ${place}`);
  const volume = server.pod.spec.volumes.find(({ name }) => name === mount.name);
  return {
    claim: volume?.persistentVolumeClaim?.claimName ?? "",
    subPath: mount.subPath ?? "",
    readOnly: mount.readOnly ?? false,
  };
}

/** Where a server's home lies on the file system: a claim's directory is named like it, in `homesPath` (storageClass.ts). */
export function homeOf(settings: Settings, server: Made): string {
  const { claim, subPath } = mountedAt(server, "/home/jovyan");
  const directory = settings.provisioning === "static" ? subPath : claim;
  return `${settings.homesPath}/${directory}`;
}
