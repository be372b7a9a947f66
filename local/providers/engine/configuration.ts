import { compare } from "./diff.ts";
import { asSent, fromStruct, messages, toStruct } from "./protocol.ts";
import type { Provider } from "./provider.ts";
import { type Handlers, respond, toDiffResponse, toFailures } from "./handlers.ts";
import { configuration, type Properties } from "./values.ts";

type ConfigureRequest = InstanceType<typeof messages.ConfigureRequest>;

/** `args` has everything; the older `variables` map has `aws:config:region` and the like. */
function configOf(request: ConfigureRequest): Properties {
  const args = request.getArgs();
  if (args !== undefined) return configuration(fromStruct(args));
  const variables = [...request.getVariablesMap().entries()] as [string, string][];
  return configuration(Object.fromEntries(variables.map(([key, value]) => [key.replace(/^.*:/, ""), value])));
}

/** The calls about the provider resource itself. */
export function configurationHandlers(
  provider: Provider,
): Pick<Handlers, "checkConfig" | "diffConfig" | "configure"> {
  return {
    checkConfig: respond((request) => {
      const response = new messages.CheckResponse();
      // What came goes back untouched: it still has its secrets wrapped, and the engine keeps them so.
      response.setInputs(toStruct(asSent(request.getNews())));
      response.setFailuresList(
        toFailures(provider.checkConfig?.(configuration(fromStruct(request.getNews()))) ?? []),
      );
      return response;
    }),
    diffConfig: respond((request) => {
      const olds = configuration(fromStruct(request.getOldInputs() ?? request.getOlds()));
      const news = configuration(fromStruct(request.getNews()));
      // A change that replaces nothing still has to be told, or the engine goes on with the old configuration.
      return toDiffResponse(provider.diffConfig?.(olds, news) ?? compare(olds, news));
    }),
    configure: respond(async (request) => {
      await provider.configure(configOf(request));
      const response = new messages.ConfigureResponse();
      response.setAcceptsecrets(false);
      response.setAcceptresources(false);
      response.setAcceptoutputs(false);
      response.setSupportspreview(true);
      response.setSupportsAutonamingConfiguration(true);
      return response;
    }),
  };
}
