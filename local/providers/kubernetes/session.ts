import { createHash } from "node:crypto";
import { Cluster } from "./cluster/cluster.ts";
import { type Kubeconfig, readKubeconfig } from "./cluster/kubeconfig.ts";
import type { Properties } from "../engine/values.ts";
import type { Manner } from "./objects/apply.ts";
import type { Mutability } from "./objects/forceNew.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** A configured provider: its cluster, and what its configuration says about writing. */
export interface Session {
  readonly cluster: Cluster;
  readonly mutable: Mutability;
  readonly writing: Omit<Manner, "fieldManager">;
  readonly unreachable: {
    /** Count what cannot be asked for as deleted. */
    readonly forget: boolean;
  };
  fieldManager(urn: string): string;
}

const text = (value: unknown): string | undefined =>
  typeof value === "string" && value !== "" ? value : undefined;

/** A flag of the provider's configuration, else of the environment. */
function flag(config: Properties, name: string, variable: string | undefined, usual: boolean): boolean {
  const value = config[name] ?? variable;
  return value === undefined ? usual : value === true || value === "true" || value === "1";
}

/** The kubeconfig that a provider's configuration chooses. */
export function chosen(config: Properties, env: Environment = process.env): Kubeconfig {
  const [kubeconfig, context, cluster] = ["kubeconfig", "context", "cluster"].map((name) =>
    text(config[name]),
  );
  // A kubeconfig given as an object arrives as JSON text and is parsed on the way.
  const given = typeof config.kubeconfig === "object" ? JSON.stringify(config.kubeconfig) : kubeconfig;
  const found = readKubeconfig(
    { ...(given && { kubeconfig: given }), ...(context && { context }), ...(cluster && { cluster }) },
    env,
  );
  const namespace = text(config.namespace);
  return namespace === undefined ? found : { ...found, namespace };
}

/** @throws when the configuration does not name a cluster that this stand-in may touch */
export function openSession(config: Properties, env: Environment = process.env): Session {
  return {
    cluster: new Cluster(chosen(config, env)),
    mutable: {
      secrets: flag(config, "enableSecretMutable", env.PULUMI_K8S_ENABLE_SECRET_MUTABLE, false),
      configMaps: flag(config, "enableConfigMapMutable", env.PULUMI_K8S_ENABLE_CONFIGMAP_MUTABLE, false),
    },
    writing: {
      serverSide: flag(config, "enableServerSideApply", env.PULUMI_K8S_ENABLE_SERVER_SIDE_APPLY, true),
      force: flag(config, "enablePatchForce", env.PULUMI_K8S_ENABLE_PATCH_FORCE, false),
      upsert: flag(config, "upsertExistingObjects", env.PULUMI_K8S_UPSERT_EXISTING_OBJECTS, false),
    },
    unreachable: { forget: flag(config, "deleteUnreachable", env.PULUMI_K8S_DELETE_UNREACHABLE, false) },
    fieldManager: (urn) => `pulumi-kubernetes-${createHash("sha256").update(urn).digest("hex").slice(0, 8)}`,
  };
}
