import type { UntypedServiceImplementation } from "@grpc/grpc-js";
import services from "@pulumi/pulumi/proto/provider_grpc_pb.js";
import { Engine } from "./engine.ts";
import { messageOf } from "./errors.ts";
import { announce, listenAs, type Serving } from "./listen.ts";
import type { Provider } from "./provider.ts";
import { service } from "./service.ts";

/** Listens on a free loopback port. Tests use it to have a provider in their own process. */
export function listen(provider: Provider, engine?: Engine): Promise<Serving> {
  const cancellation = new AbortController();
  const implementation = service(provider, engine, cancellation) as UntypedServiceImplementation;
  return listenAs(services.ResourceProviderService, implementation, cancellation);
}

/**
 * The main function of a provider plugin.
 * @param args the process's arguments: the engine's address first
 */
export async function serve(
  provider: Provider,
  args: readonly string[] = process.argv.slice(2),
): Promise<void> {
  const address = args.find((argument) => /^.+:\d+$/.test(argument));
  // The engine shows standard error under the resource: a stray rejection is told in one line and ends nothing by itself.
  process.on("unhandledRejection", (error) =>
    process.stderr.write(`${provider.name}: ${messageOf(error)}\n`),
  );
  announce(await listen(provider, address === undefined ? undefined : new Engine(address)), address);
}
