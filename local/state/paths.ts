import { createHash } from "node:crypto";
import { realpathSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";

/** The checkout that this file belongs to. */
export const repository: string = realpathSync(path.resolve(import.meta.dirname, "../.."));

type Variables = Readonly<Record<string, string | undefined>>;

/** The toolchain's folder: shared by all checkouts, keyed by pinned versions, kept by `down`. */
export function cacheFolder(variables: Variables = process.env): string {
  return path.join(given(variables.XDG_CACHE_HOME) ?? path.join(homedir(), ".cache"), "jupyterhub-efs");
}

/** The environment's folder: outside the checkout, one per checkout. */
export function stateFolder(checkout: string = repository, variables: Variables = process.env): string {
  const chosen = given(variables.JUPYTERHUB_EFS_STATE);
  if (chosen !== undefined) return path.resolve(chosen);
  const base = given(variables.XDG_STATE_HOME) ?? path.join(homedir(), ".local", "state");
  const key = createHash("sha256").update(checkout).digest("hex").slice(0, 12);
  return path.join(base, "jupyterhub-efs", key);
}

function given(value: string | undefined): string | undefined {
  return value === undefined || value === "" ? undefined : value;
}

/** Where everything of one environment is. */
export interface StatePaths {
  readonly root: string;
  /** Says that the folder is ours to remove. */
  readonly marker: string;
  /** Says that the environment is up, and how. */
  readonly description: string;
  readonly bin: string;
  readonly logs: string;
  readonly processes: string;
  readonly pki: string;
  readonly kubeconfig: string;
  readonly etcd: string;
  /** What tools such as kubectl and helm keep for themselves. */
  readonly caches: string;
  readonly pulumiHome: string;
  readonly backend: string;
  /** The folder that Pulumi works in: links to the checkout, and a stack file of its own. */
  readonly project: string;
}

export function statePaths(root: string): StatePaths {
  const within = (name: string): string => path.join(root, name);
  return {
    root,
    marker: within("jupyterhub-efs-local-environment"),
    description: within("environment.json"),
    bin: within("bin"),
    logs: within("logs"),
    processes: within("processes"),
    pki: within("pki"),
    kubeconfig: within("kubeconfig"),
    etcd: within("etcd"),
    caches: within("caches"),
    pulumiHome: within("pulumi"),
    backend: within("stacks"),
    project: within("project"),
  };
}
