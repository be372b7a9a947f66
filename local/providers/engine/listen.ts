import {
  Server,
  ServerCredentials,
  type ServiceDefinition,
  type UntypedServiceImplementation,
} from "@grpc/grpc-js";
import { answers } from "./answers.ts";

/** A plugin that listens. */
export interface Serving {
  readonly port: number;
  readonly stop: () => void;
}

/**
 * Listens on a free loopback port.
 * @param cancellation aborted when the plugin stops
 */
export async function listenAs(
  definition: ServiceDefinition,
  implementation: UntypedServiceImplementation,
  cancellation: AbortController,
): Promise<Serving> {
  const server = new Server({ "grpc.max_receive_message_length": -1, "grpc.max_send_message_length": -1 });
  server.addService(definition, implementation);
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
 * Tells the engine the port, as the first line of standard output, and goes when the engine has gone.
 * @param engine its address; absent when somebody starts the plugin by hand
 */
export function announce({ port, stop }: Serving, engine: string | undefined): void {
  // The engine ends a plugin by a signal. Going in an orderly way keeps what Node compiled for the next start.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => process.exit(0));
  process.stdout.write(`${port}\n`);
  if (engine === undefined) return;
  const watch = setInterval(() => {
    void answers(engine).then((alive) => {
      if (alive) return;
      clearInterval(watch);
      stop();
      process.exit(0);
    });
  }, watchMs);
}
