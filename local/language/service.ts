import { type ServerWritableStream, status } from "@grpc/grpc-js";
import type { ILanguageRuntimeServer } from "@pulumi/pulumi/proto/language_grpc_pb.js";
import { messageOf } from "../providers/engine/messageOf.ts";
import { unary } from "../providers/engine/unary.ts";
import { empty } from "../providers/engine/wellKnown.ts";
import { programNode } from "./about.ts";
import type { Flags } from "./flags.ts";
import { invocation } from "./invocation.ts";
import { runtimeOptions } from "./options.ts";
import { dependenciesOf, installedPackages, pluginsOf } from "./packages.ts";
import { type Outcome, runnerFor, runProgram } from "./program.ts";
import { policyPack, servePlugin } from "./plugin.ts";
import { messages, pluginMessages, type ProgramInfo, type RunRequest } from "./protocol.ts";

/** No release of Pulumi: its plugin list shows that it is the local environment's. */
const version = "0.0.0-local";

const answer = unary((error) => ({ code: status.UNKNOWN, details: messageOf(error) }));

const folderOf = (info: ProgramInfo | undefined): string => info?.getProgramDirectory() ?? process.cwd();

/**
 * The language runtime service, as far as the local environment's programs need it; the engine takes any call that is
 * left out here as one of a language that has no such thing.
 */
export function service(flags: Flags, cancellation: AbortController): Partial<ILanguageRuntimeServer> {
  return {
    getRequiredPackages: answer(async (request) => {
      const response = new messages.GetRequiredPackagesResponse();
      for (const plugin of pluginsOf(await installedPackages(folderOf(request.getInfo())))) {
        const dependency = new pluginMessages.PackageDependency();
        dependency.setKind("resource");
        dependency.setName(plugin.name);
        dependency.setVersion(plugin.version);
        dependency.setServer(plugin.server ?? "");
        response.addPackages(dependency);
      }
      return response;
    }),
    run: answer(async (request, call) => {
      const abandoned = new AbortController();
      call.once("cancelled", () => {
        abandoned.abort();
      });
      const { error, bail } = await run(
        request,
        flags,
        AbortSignal.any([cancellation.signal, abandoned.signal]),
      );
      const response = new messages.RunResponse();
      response.setError(error);
      response.setBail(bail);
      return response;
    }),
    getPluginInfo: answer(() => {
      const info = new pluginMessages.PluginInfo();
      info.setVersion(version);
      return info;
    }),
    about: answer(async () => {
      const node = await programNode();
      const response = new messages.AboutResponse();
      response.setExecutable(node.executable);
      response.setVersion(node.version);
      return response;
    }),
    getProgramDependencies: answer(async (request) => {
      const response = new messages.GetProgramDependenciesResponse();
      const found = await dependenciesOf(folderOf(request.getInfo()), request.getTransitivedependencies());
      for (const { name, version } of found) {
        const dependency = new messages.DependencyInfo();
        dependency.setName(name);
        dependency.setVersion(version);
        response.addDependencies(dependency);
      }
      return response;
    }),
    installDependencies: refuse("installs no dependencies: run `npm ci` in the program's folder"),
    runPlugin: (call) => {
      if (call.request.getKind() === policyPack) servePlugin(call, cancellation.signal);
      else refuse("runs programs and policy packs, no providers in Node.js")(call);
    },
    cancel: answer(() => {
      cancellation.abort();
      return empty();
    }),
  };
}

/** A start that fails is an answer too: the engine shows its error as the program's. */
async function run(request: RunRequest, flags: Flags, signal: AbortSignal): Promise<Outcome> {
  try {
    if (request.getAttachDebugger()) throw new Error("the local language host attaches no debugger.");
    const info = request.getInfo();
    const options = runtimeOptions(info?.getOptions()?.toJavaScript() ?? {});
    return await runProgram(invocation(request, runnerFor(folderOf(info)), flags, options), signal);
  } catch (error) {
    return { error: messageOf(error), bail: false };
  }
}

const refuse =
  (what: string) =>
  <Request, Response>(call: ServerWritableStream<Request, Response>): void => {
    call.emit(
      "error",
      Object.assign(new Error(`the local language host ${what}`), { code: status.FAILED_PRECONDITION }),
    );
  };
