import { connect } from "node:net";
import { credentials } from "@grpc/grpc-js";
import engineServices from "@pulumi/pulumi/proto/engine_grpc_pb.js";
import engineMessages from "@pulumi/pulumi/proto/engine_pb.js";

const severities = {
  info: engineMessages.LogSeverity.INFO,
  warning: engineMessages.LogSeverity.WARNING,
  error: engineMessages.LogSeverity.ERROR,
} as const;

/** The engine that started this provider, seen from the provider. */
export class Engine {
  readonly #address: string;
  readonly #client: InstanceType<typeof engineServices.EngineClient>;

  /** @param address `127.0.0.1:PORT`, the plugin's first argument */
  constructor(address: string) {
    this.#address = address;
    this.#client = new engineServices.EngineClient(address, credentials.createInsecure());
  }

  /** Prints a line under a resource. A lost line is no reason to fail a deployment. */
  log(urn: string, severity: keyof typeof severities, message: string): Promise<void> {
    const request = new engineMessages.LogRequest();
    request.setUrn(urn);
    request.setSeverity(severities[severity]);
    request.setMessage(message);
    return new Promise((resolve) => {
      this.#client.log(request, () => {
        resolve();
      });
    });
  }

  /** Whether something still listens where the engine was. */
  answers(): Promise<boolean> {
    const [host = "127.0.0.1", port = ""] = this.#address.split(/:(?=\d+$)/);
    return new Promise((resolve) => {
      const socket = connect({ host, port: Number(port), timeout: 2000 });
      const done = (alive: boolean) => (): void => {
        socket.destroy();
        resolve(alive);
      };
      // A busy engine that is slow to accept is alive all the same: only a refusal says that it is gone.
      socket.once("connect", done(true)).once("timeout", done(true)).once("error", done(false));
    });
  }
}
