import { createRequire } from "node:module";
import type { Provider } from "../engine/provider.ts";
import { kindOf } from "./cluster/kind.ts";
import { providerDifference } from "./clusterIdentity.ts";
import { ObjectType } from "./objects/objectType.ts";
import { ReleaseType } from "./release/releaseType.ts";
import { openSession, type Session } from "./session.ts";

const { version } = createRequire(import.meta.url)("@pulumi/kubernetes/package.json") as { version: string };

/** Types that are made of other resources, or need another way of writing, and are not imitated. */
const unknownGroups = /^kubernetes:(yaml|kustomize|helm\.sh)\//;

/** The stand-in for the official Kubernetes provider: any kind of object, and Helm releases. */
export function kubernetesProvider(): Provider {
  let session: (() => Session) | undefined;
  const opened = (): Session => {
    if (session === undefined) throw new Error("the provider is not configured");
    return session();
  };
  return {
    name: "kubernetes",
    version,
    diffConfig: providerDifference,
    configure: (config) => {
      // A stack without Kubernetes resources needs no cluster: a fault of the kubeconfig is told when it is used.
      let open: Session | undefined;
      session = () => (open ??= openSession(config));
    },
    resource: (token) => {
      if (token === "kubernetes:helm.sh/v3:Release") return new ReleaseType(opened());
      if (unknownGroups.test(token) || /(Patch|List)$/.test(token)) return undefined;
      const kind = kindOf(token);
      return kind && new ObjectType(kind, opened());
    },
    function: () => undefined,
  };
}
