import pluginMessages from "@pulumi/pulumi/proto/plugin_pb.js";
import { configurationHandlers } from "./configuration.ts";
import type { Engine } from "./engine.ts";
import { type Handlers, respond } from "./handlers.ts";
import { lifecycleHandlers } from "./lifecycle.ts";
import { empty, fromStruct, messages, toStruct } from "./protocol.ts";
import type { Provider } from "./provider.ts";

/** The resource provider service of a provider. */
export function service(
  provider: Provider,
  engine: Engine | undefined,
  cancellation: AbortController,
): Partial<Handlers> {
  const { signal } = cancellation;
  return {
    ...configurationHandlers(provider),
    ...lifecycleHandlers(provider, engine, signal),
    invoke: respond<
      InstanceType<typeof messages.InvokeRequest>,
      InstanceType<typeof messages.InvokeResponse>
    >(async (request) => {
      const token = request.getTok();
      const call = await provider.function(token);
      if (call === undefined) {
        throw new Error(
          `unrecognized data function (Invoke): ${token}: the local stand-in for ${provider.name} has no such function`,
        );
      }
      const log = (severity: "info" | "warning" | "error", message: string): Promise<void> =>
        engine?.log("", severity, message) ?? Promise.resolve();
      const response = new messages.InvokeResponse();
      response.setReturn(toStruct(await call(fromStruct(request.getArgs()), { signal, log })));
      return response;
    }),
    cancel: respond(() => {
      cancellation.abort();
      return empty();
    }),
    getPluginInfo: respond(() => {
      const info = new pluginMessages.PluginInfo();
      info.setVersion(provider.version);
      return info;
    }),
    getSchema: respond(() => {
      const response = new messages.GetSchemaResponse();
      response.setSchema(JSON.stringify({ name: provider.name, version: provider.version }));
      return response;
    }),
    attach: respond(() => empty()),
  };
}
