import type { EFSClientConfig } from "@aws-sdk/client-efs";

/** A strategy as every client of the SDK takes it. */
export type RetryStrategy = Extract<
  NonNullable<EFSClientConfig["retryStrategy"]>,
  { refreshRetryTokenForRetry: unknown }
>;
type Token = Awaited<ReturnType<RetryStrategy["acquireInitialRetryToken"]>>;
type Refusal = Parameters<RetryStrategy["refreshRetryTokenForRetry"]>[1];

/** How often and how fast a call is tried again. */
export interface RetryOptions {
  /** The provider's `maxRetries`. */
  readonly maxAttempts: number;
  /** Before the first retry, at most; doubled each time. @default what the SDK waits: longer after throttling */
  readonly baseMilliseconds?: number | undefined;
}

/** The SDK's own waits. */
const baseOf = { THROTTLING: 500, TRANSIENT: 100, SERVER_ERROR: 100, CLIENT_ERROR: 0 } as const;
const longestMilliseconds = 20_000;
/** Where nobody listens, the official provider gives up sooner. */
const attemptsWithoutConnection = 10;

const token = (count: number, delay: number): Token => ({
  getRetryCount: () => count,
  getRetryDelay: () => delay,
});

const isRefusedConnection = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "ECONNREFUSED";

/**
 * Retries as the official provider's SDK does: throttling, answers of the 500s and broken connections, with exponential
 * waits and full jitter, and without the quota by which the SDK for JavaScript ends retries on a bad day.
 */
export function retryStrategy({ maxAttempts, baseMilliseconds }: RetryOptions): RetryStrategy {
  const next = (count: number, { errorType, error }: Refusal): Token => {
    const limit = isRefusedConnection(error) ? Math.min(maxAttempts, attemptsWithoutConnection) : maxAttempts;
    if (errorType === "CLIENT_ERROR" || count + 1 >= limit) throw new Error("No retry token available");
    const longest = Math.min((baseMilliseconds ?? baseOf[errorType]) * 2 ** count, longestMilliseconds);
    return token(count + 1, Math.floor(Math.random() * longest));
  };
  return {
    acquireInitialRetryToken: () => Promise.resolve(token(0, 0)),
    refreshRetryTokenForRetry: (last, refusal) =>
      Promise.resolve().then(() => next(last.getRetryCount(), refusal)),
    recordSuccess: () => undefined,
  };
}
