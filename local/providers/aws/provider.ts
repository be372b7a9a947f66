import { Declarations } from "../engine/declarations/declarations.ts";
import type { Provider } from "../engine/provider.ts";
import type { ResourceType } from "../engine/resourceType.ts";
import { functionOf, moduleOf, typeOf } from "./catalogue.ts";
import { awsConfig, configFailures } from "./config.ts";
import { awsFunction } from "./function.ts";
import { awsResource } from "./resource.ts";
import { Session } from "./session.ts";

/** The stand-in for the official AWS provider: the same rules, calling a simulated AWS on this machine and nothing else. */
export function awsProvider(declarations: Declarations = new Declarations("@pulumi/aws")): Provider {
  let session: Session | undefined;
  const resources = new Map<string, ResourceType>();
  const configured = (): Session => {
    if (session === undefined) throw new Error("the AWS stand-in was called before it was configured");
    return session;
  };
  return {
    name: "aws",
    version: declarations.version,
    checkConfig: (config) => configFailures(config),
    configure(config) {
      session = new Session(awsConfig(config));
    },
    async resource(token) {
      const known = resources.get(token);
      if (known !== undefined) return known;
      const module = moduleOf(token);
      const type = await typeOf(module);
      if (type === undefined) return undefined;
      const resource = awsResource(type, await declarations.of(module), configured());
      resources.set(token, resource);
      return resource;
    },
    async function(token) {
      const module = moduleOf(token);
      const type = await functionOf(module);
      return type === undefined ? undefined : awsFunction(type, await declarations.of(module), configured());
    },
  };
}
