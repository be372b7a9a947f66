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
  readonly #client: InstanceType<typeof engineServices.EngineClient>;

  /** @param address `127.0.0.1:PORT`, the plugin's first argument */
  constructor(address: string) {
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
}
