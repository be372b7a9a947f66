import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import type { AwsConfig } from "./config.ts";
import { type RetryStrategy, retryStrategy } from "./retry.ts";

/** The settings that every client of the SDK takes. */
export interface ClientSettings {
  readonly region: string;
  readonly endpoint: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  readonly maxAttempts: number;
  readonly retryStrategy: RetryStrategy;
}

/** A client class of the SDK. */
export type ClientClass<Client> = new (settings: ClientSettings) => Client;

/** One configured provider: its clients, made when they are first used. */
export class Session {
  readonly config: AwsConfig;
  readonly #clients = new Map<string, unknown>();
  #accountId: Promise<string> | undefined;

  constructor(config: AwsConfig) {
    this.config = config;
  }

  /**
   * The client of a service.
   * @param service the key of the service in the provider's `endpoints`
   * @throws when no address was given for the service: the stand-in never falls back to the real AWS
   */
  client<Client>(service: string, type: ClientClass<Client>, region: string): Client {
    const key = `${service} ${region}`;
    const known = this.#clients.get(key);
    // The key names the class: one service has one client class.
    if (known !== undefined) return known as Client;
    const { accessKeyId, maxRetries, retryMilliseconds, secretAccessKey } = this.config;
    const endpoint = this.config.endpoint(service);
    if (endpoint === undefined) {
      throw new Error(
        `no address for the AWS service "${service}": the local stand-in never calls AWS itself. ` +
          "Run inside the local environment, which sets AWS_ENDPOINT_URL, or set aws:endpoints",
      );
    }
    const client = new type({
      region,
      endpoint,
      credentials: { accessKeyId, secretAccessKey },
      maxAttempts: maxRetries,
      retryStrategy: retryStrategy({ maxAttempts: maxRetries, baseMilliseconds: retryMilliseconds }),
    });
    this.#clients.set(key, client);
    return client;
  }

  /** The account that the credentials belong to. */
  accountId(): Promise<string> {
    this.#accountId ??= this.client("sts", STSClient, this.config.region)
      .send(new GetCallerIdentityCommand({}))
      .then((identity) => identity.Account ?? "");
    return this.#accountId;
  }
}

/** The part of AWS that a region belongs to. */
export function partitionOf(region: string): {
  partition: string;
  dnsSuffix: string;
  reverseDnsPrefix: string;
} {
  if (region.startsWith("cn-")) {
    return { partition: "aws-cn", dnsSuffix: "amazonaws.com.cn", reverseDnsPrefix: "cn.com.amazonaws" };
  }
  const partition = region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
  return { partition, dnsSuffix: "amazonaws.com", reverseDnsPrefix: "com.amazonaws" };
}
