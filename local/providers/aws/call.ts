import type { Context } from "../engine/resourceType.ts";
import { waitFor } from "../engine/wait.ts";
import { type ClientClass, partitionOf, type Session } from "./session.ts";
import { ownTags, type Tag, tagMap, type Tags } from "./tags.ts";
import { isProperties, type Value } from "../engine/values.ts";

/** One call about one resource: where it goes and what it may use. */
export class Call {
  readonly region: string;
  readonly signal: AbortSignal;
  /** The tags that the resource gets: its own over the provider's. */
  readonly tags: Tags;
  readonly #session: Session;
  readonly #timeoutSeconds: number | undefined;
  readonly #ownTags: Value | undefined;
  #madeId: string | undefined;

  constructor(
    session: Session,
    context: Pick<Context, "signal" | "timeoutSeconds">,
    region?: string,
    own?: Value,
  ) {
    this.#session = session;
    this.region = region ?? session.config.region;
    this.signal = context.signal;
    this.#timeoutSeconds = context.timeoutSeconds;
    this.#ownTags = own;
    this.tags = { ...session.config.defaultTags, ...(isProperties(own) ? (own as Tags) : {}) };
  }

  /** The client of a service, in this call's region or another. */
  client<Client>(service: string, type: ClientClass<Client>, region = this.region): Client {
    return this.#session.client(service, type, region);
  }

  /** The ARN of something of this account in this region. */
  async arn(service: string, resource: string): Promise<string> {
    return `arn:${partitionOf(this.region).partition}:${service}:${this.region}:${await this.#session.accountId()}:${resource}`;
  }

  /** The DNS name of something in this region. */
  hostname(prefix: string): string {
    return `${prefix}.${this.region}.${partitionOf(this.region).dnsSuffix}`;
  }

  /** Tells that the thing exists from now on: whatever fails later leaves it in the state. */
  made(id: string): string {
    this.#madeId = id;
    return id;
  }

  /** The id of what was made, if anything was. */
  get madeId(): string | undefined {
    return this.#madeId;
  }

  /** The tags that the cloud has, as the two outputs that show them. */
  shownTags(tags: readonly Tag[] | Readonly<Record<string, string>> | undefined): {
    tags: Record<string, string> | undefined;
    tagsAll: Record<string, string>;
  } {
    const all = tagMap(tags);
    const own = ownTags(all, this.#session.config.defaultTags, this.#ownTags) as
      Record<string, string> | undefined;
    return { tags: own, tagsAll: { ...all } };
  }

  /** Looks until the probe has an answer, as long as the resource's timeout says. */
  wait<T>(what: string, defaultSeconds: number, probe: () => Promise<T | undefined>): Promise<T> {
    const timeoutSeconds = this.#timeoutSeconds ?? defaultSeconds;
    return waitFor(probe, { what, signal: this.signal, timeoutSeconds });
  }

  /** Tries again for so long while a service refuses with what may pass; then its last refusal counts. */
  async persist<T>(seconds: number, work: () => Promise<T>, mayPass: (error: Error) => boolean): Promise<T> {
    let refusal: Error | undefined;
    const probe = async (): Promise<{ readonly answer: T } | undefined> => {
      try {
        return { answer: await work() };
      } catch (error) {
        refusal = error instanceof Error && mayPass(error) ? error : undefined;
        if (refusal === undefined) throw error;
        return undefined;
      }
    };
    try {
      return (await waitFor(probe, { what: "", signal: this.signal, timeoutSeconds: seconds })).answer;
    } catch (error) {
      throw refusal ?? error;
    }
  }
}
