import { type Agent, type OutgoingHttpHeaders, request as plain } from "node:http";
import { request as secure, type RequestOptions } from "node:https";
import type { KubeConfig } from "@kubernetes/client-node";
import type { Value } from "../../engine/values.ts";
import { ApiError, Unreachable } from "./apiError.ts";
import { type Kubeconfig } from "./kubeconfig.ts";

/** One call to the API server. */
export interface Call {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly path: string;
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly body?: Value;
  /** Absent: `application/json`. */
  readonly contentType?: string;
}

const reason = (error: Error): string => {
  // A refused connection to a name with several addresses is an aggregate with no message of its own.
  const parts =
    error instanceof AggregateError ? (error.errors as Error[]).map((part) => part.message) : [error.message];
  return [...new Set(parts)].join("; ");
};

/**
 * Speaks JSON with one API server. Who we are (certificates, tokens, token commands) is the official client's part; its
 * typed objects are not used, for they drop the fields that they do not know.
 */
export class Client {
  readonly #kubeconfig: Kubeconfig;
  #identity: Promise<KubeConfig> | undefined;
  #agent: Agent | boolean | undefined;

  constructor(kubeconfig: Kubeconfig) {
    this.#kubeconfig = kubeconfig;
  }

  async #who(): Promise<KubeConfig> {
    const { KubeConfig } = await import("@kubernetes/client-node/dist/config.js");
    const config = new KubeConfig();
    config.loadFromString(this.#kubeconfig.content);
    config.setCurrentContext(this.#kubeconfig.context);
    return config;
  }

  /**
   * @throws {ApiError} when the server says no
   * @throws {Unreachable} when it says nothing
   */
  async call({ method, path, query = {}, body, contentType = "application/json" }: Call): Promise<Value> {
    const { server } = this.#kubeconfig;
    const url = new URL(server.replace(/\/$/, "") + path);
    for (const [name, value] of Object.entries(query))
      if (value !== undefined) url.searchParams.set(name, value);
    const options: RequestOptions = { method };
    await (await (this.#identity ??= this.#who())).applyToHTTPSOptions(options);
    // The first agent keeps its connections; only the headers, which may hold a token that ages, are new each time.
    const agent = (this.#agent ??= options.agent);
    const sent = body === undefined ? undefined : JSON.stringify(body);
    const headers = {
      ...(options.headers as OutgoingHttpHeaders | undefined),
      accept: "application/json",
      ...(sent && { "content-type": contentType }),
    };
    return new Promise((done, fail) => {
      const unreachable = (error: Error): void => {
        fail(new Unreachable(`${server}: ${reason(error)}`));
      };
      const start = url.protocol === "http:" ? plain : secure;
      const request = start(
        url,
        { ...options, headers, ...(agent !== undefined && { agent }) },
        (response) => {
          const chunks: Buffer[] = [];
          response.on("data", (chunk: Buffer) => chunks.push(chunk));
          response.once("error", unreachable);
          response.once("end", () => {
            const answer = parsed(Buffer.concat(chunks).toString("utf8"));
            const status = response.statusCode ?? 0;
            if (status >= 200 && status < 300) done(answer);
            else fail(new ApiError(status, answer));
          });
        },
      );
      request.once("error", unreachable);
      request.end(sent);
    });
  }
}

function parsed(text: string): Value {
  try {
    return JSON.parse(text) as Value;
  } catch {
    return text;
  }
}
