import type { Failure } from "../engine/resourceType.ts";
import { isList, isProperties, type Properties, type Value } from "../engine/values.ts";

/** The provider's configuration, as far as the stand-in uses it. */
export interface AwsConfig {
  readonly region: string;
  readonly defaultTags: Readonly<Record<string, string>>;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** How often a call is tried in all. */
  readonly maxRetries: number;
  /** Shorter waits between tries, for tests; undefined: as the SDK waits. */
  readonly retryMilliseconds: number | undefined;
  /** The address of a service; undefined: none was given, and nothing may be called. */
  endpoint(service: string): string | undefined;
}

/** The official provider's. */
const defaultRetries = 25;

const milliseconds = (value: string | undefined): number | undefined =>
  value === undefined || value === "" ? undefined : Number(value);

type Environment = Readonly<Record<string, string | undefined>>;

const text = (value: Value | undefined): string | undefined =>
  typeof value === "string" && value !== "" ? value : undefined;

/** `endpoints` is a list of objects in the SDK; the last word on a service counts. */
function endpointsOf(config: Properties): Readonly<Record<string, string>> {
  const sets = isList(config.endpoints) ? config.endpoints.filter(isProperties) : [];
  const given = sets
    .flatMap((set) => Object.entries(set))
    .flatMap(([service, address]) => {
      const known = text(address);
      return known === undefined ? [] : [[service, known] as const];
    });
  return Object.fromEntries(given);
}

function defaultTagsOf(config: Properties): Record<string, string> {
  const tags =
    isProperties(config.defaultTags) && isProperties(config.defaultTags.tags) ? config.defaultTags.tags : {};
  return Object.fromEntries(Object.entries(tags).map(([name, value]) => [name, text(value) ?? ""]));
}

const fromEnvironment = (environment: Environment, service: string): string | undefined =>
  environment[`AWS_ENDPOINT_URL_${service.toUpperCase()}`] ?? environment.AWS_ENDPOINT_URL;

/** Whether an address is this machine's own: the only place that the stand-in ever calls. */
export function isLoopback(address: string): boolean {
  const host = URL.canParse(address) ? new URL(address).hostname : "";
  return host === "localhost" || host === "[::1]" || /^127(\.\d{1,3}){3}$/.test(host);
}

/** What stands against a configuration. */
export function configFailures(config: Properties, environment: Environment = process.env): Failure[] {
  const failures: Failure[] = [];
  const region = text(config.region) ?? environment.AWS_REGION ?? environment.AWS_DEFAULT_REGION;
  if (region === undefined) {
    failures.push({
      property: "region",
      reason: "Missing region configuration: set aws:region or AWS_REGION",
    });
  }
  const addresses = Object.entries(endpointsOf(config));
  const inherited = Object.entries(environment).filter(([name]) => /^AWS_ENDPOINT_URL(_|$)/.test(name));
  for (const [name, address] of [...addresses, ...inherited]) {
    if (address === undefined || isLoopback(address)) continue;
    const reason = `the local stand-in calls loopback addresses only, and ${name} is ${JSON.stringify(address)}`;
    failures.push({ property: "endpoints", reason });
  }
  return failures;
}

/**
 * Reads the configuration.
 * @throws when there is no region or an address is not loopback
 */
export function awsConfig(config: Properties, environment: Environment = process.env): AwsConfig {
  const [failure] = configFailures(config, environment);
  if (failure !== undefined) throw new Error(failure.reason);
  const endpoints = endpointsOf(config);
  return {
    region: text(config.region) ?? environment.AWS_REGION ?? environment.AWS_DEFAULT_REGION ?? "",
    defaultTags: defaultTagsOf(config),
    accessKeyId: text(config.accessKey) ?? environment.AWS_ACCESS_KEY_ID ?? "test",
    secretAccessKey: text(config.secretKey) ?? environment.AWS_SECRET_ACCESS_KEY ?? "test",
    maxRetries: typeof config.maxRetries === "number" ? config.maxRetries : defaultRetries,
    retryMilliseconds: milliseconds(environment.LOCAL_AWS_RETRY_MILLISECONDS),
    endpoint: (service) => endpoints[service] ?? fromEnvironment(environment, service),
  };
}
