import { spawn } from "node:child_process";
import { type ServerWritableStream, status } from "@grpc/grpc-js";
import { messageOf } from "../providers/engine/messageOf.ts";
import { runnerFor } from "./program.ts";
import { messages, type RunPluginRequest, type RunPluginResponse } from "./protocol.ts";

/** What the engine calls a policy pack. */
export const policyPack = "analyzer";

/**
 * Runs a policy pack, and passes on what it prints: the engine reads the port from that on which the pack serves. Unlike
 * Pulumi's own host it tells the pack nothing of the stack's configuration.
 * @see https://github.com/pulumi/pulumi/blob/v3.245.0/proto/pulumi/language.proto
 */
export function servePlugin(
  call: ServerWritableStream<RunPluginRequest, RunPluginResponse>,
  ending: AbortSignal,
): void {
  const { request } = call;
  const fail = (error: unknown): void => {
    call.emit("error", Object.assign(new Error(messageOf(error)), { code: status.UNKNOWN }));
  };
  const abandoned = new AbortController();
  call.once("cancelled", () => {
    abandoned.abort();
  });
  try {
    const folder = request.getInfo()?.getProgramDirectory() ?? request.getPwd();
    const child = spawn("node", [runnerFor(folder, "run-policy-pack"), ...request.getArgsList(), folder], {
      cwd: folder,
      env: environment(request.getEnvList()),
      stdio: ["ignore", "pipe", "pipe"],
      signal: AbortSignal.any([ending, abandoned.signal]),
      killSignal: "SIGKILL",
    });
    const pass = (set: (response: RunPluginResponse, text: Buffer) => void) => (text: Buffer) => {
      const response = new messages.RunPluginResponse();
      set(response, text);
      call.write(response);
    };
    child.stdout.on(
      "data",
      pass((response, text) => response.setStdout(text)),
    );
    child.stderr.on(
      "data",
      pass((response, text) => response.setStderr(text)),
    );
    child.once("error", (error) => {
      // One that runs ends by the signal, as it should.
      if (child.pid === undefined) fail(error);
    });
    child.once("close", (code) => {
      const response = new messages.RunPluginResponse();
      response.setExitcode(code ?? 1);
      call.write(response);
      call.end();
    });
  } catch (error) {
    fail(error);
  }
}

/** The engine gives all of its own as `NAME=value`. */
function environment(list: readonly string[]): NodeJS.ProcessEnv {
  if (list.length === 0) return process.env;
  return Object.fromEntries(
    list.map((entry) => {
      const end = entry.indexOf("=");
      return [entry.slice(0, end), entry.slice(end + 1)];
    }),
  );
}
