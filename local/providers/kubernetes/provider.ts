import { Declarations } from "../engine/declarations/declarations.ts";
import type { Provider } from "../engine/provider.ts";
import type { ResourceType } from "../engine/resourceType.ts";
import { kindOf } from "./cluster/kind.ts";
import { providerDifference } from "./clusterIdentity.ts";
import { declarationOf, declared } from "./declared.ts";
import { ObjectType } from "./objects/objectType.ts";
import { ReleaseType } from "./release/releaseType.ts";
import { openSession, type Session } from "./session.ts";

/** Types that are made of other resources, or need another way of writing, and are not imitated. */
const notImitated = /^kubernetes:(yaml|kustomize|helm\.sh)\/|(Patch|List)$/;

function typeOf(token: string, session: Session): ResourceType | undefined {
  if (token === "kubernetes:helm.sh/v3:Release") return new ReleaseType(session);
  const kind = notImitated.test(token) ? undefined : kindOf(token);
  return kind && new ObjectType(kind, session);
}

/** The stand-in for the official Kubernetes provider: any kind of object, and Helm releases. */
export function kubernetesProvider(declarations = new Declarations("@pulumi/kubernetes")): Provider {
  let session: (() => Session) | undefined;
  const types = new Map<string, ResourceType>();
  return {
    name: "kubernetes",
    version: declarations.version,
    diffConfig: providerDifference,
    configure: (config) => {
      // A stack without Kubernetes resources needs no cluster: a fault of the kubeconfig is told when it is used.
      let opened: Session | undefined;
      session = () => (opened ??= openSession(config));
    },
    async resource(token) {
      const known = types.get(token);
      if (known !== undefined) return known;
      if (session === undefined) throw new Error("the provider is not configured");
      const type = typeOf(token, session());
      if (type === undefined) return undefined;
      const checked = declared(type, await declarationOf(declarations, token));
      types.set(token, checked);
      return checked;
    },
    function: () => undefined,
  };
}
