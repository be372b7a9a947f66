import { Server, ServerCredentials, type UntypedServiceImplementation } from "@grpc/grpc-js";
import services from "@pulumi/pulumi/proto/provider_grpc_pb.js";
import { Engine } from "./engine.ts";
import { messageOf } from "./errors.ts";
import type { Provider } from "./provider.ts";
import { service } from "./service.ts";

/** A provider that listens. */
export interface Serving {
  readonly port: number;
  readonly stop: () => void;
}

/** Listens on a free loopback port. Tests use it to have a provider in their own process. */
export async function listen(provider: Provider, engine?: Engine): Promise<Serving> {
  const server = new Server({ "grpc.max_receive_message_length": -1, "grpc.max_send_message_length": -1 });
  const cancellation = new AbortController();
  server.addService(
    services.ResourceProviderService,
    service(provider, engine, cancellation) as UntypedServiceImplementation,
  );
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, bound) => {
      if (error === null) resolve(bound);
      else reject(error);
    });
  });
  const stop = (): void => {
    cancellation.abort();
    server.forceShutdown();
  };
  return { port, stop };
}

/** How often the plugin looks whether its engine is still there. */
const watchMs = 2000;

/**
 * The main function of a plugin: listens, prints the port as its first line, and goes when the engine has gone.
 * @param args the process's arguments: the engine's address first
 */
export async function serve(
  provider: Provider,
  args: readonly string[] = process.argv.slice(2),
): Promise<void> {
  const address = args.find((argument) => /^.+:\d+$/.test(argument));
  const engine = address === undefined ? undefined : new Engine(address);
  // The engine shows standard error under the resource: a stray rejection is told in one line and ends nothing by itself.
  process.on("unhandledRejection", (error) =>
    process.stderr.write(`${provider.name}: ${messageOf(error)}\n`),
  );
  const { port, stop } = await listen(provider, engine);
  process.stdout.write(`${port}\n`);
  if (engine === undefined) return;
  const watch = setInterval(() => {
    void engine.answers().then((alive) => {
      if (alive) return;
      clearInterval(watch);
      stop();
      process.exit(0);
    });
  }, watchMs);
}
