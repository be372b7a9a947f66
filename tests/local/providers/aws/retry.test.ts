// Proves which failures are tried again, how often, and how long at most between two tries. Waits for nothing.
import { expect } from "chai";
import { type RetryOptions, retryStrategy } from "../../../../local/providers/aws/retry.ts";

type Kind = "THROTTLING" | "TRANSIENT" | "SERVER_ERROR" | "CLIENT_ERROR";

/** The waits before each retry until there is no further one. */
async function waits(kind: Kind, options: RetryOptions, error = new Error(kind)): Promise<number[]> {
  const strategy = retryStrategy(options);
  const found: number[] = [];
  let token = await strategy.acquireInitialRetryToken("");
  for (;;) {
    const refusal = { errorType: kind, error: Object.assign(error, { $metadata: {} }) } as const;
    const next = await strategy.refreshRetryTokenForRetry(token, refusal as never).catch(() => undefined);
    if (next === undefined) return found;
    token = next;
    found.push(token.getRetryDelay());
  }
}

describe("a call to AWS", () => {
  for (const kind of ["THROTTLING", "TRANSIENT", "SERVER_ERROR"] as const) {
    it(`is tried 25 times in all while the failure is ${kind}`, async () => {
      expect(await waits(kind, { maxAttempts: 25 })).to.have.length(24);
    });
  }

  it("is not tried again when the caller is to blame", async () => {
    expect(await waits("CLIENT_ERROR", { maxAttempts: 25 })).to.deep.equal([]);
  });

  it("is tried ten times where nobody listens", async () => {
    const refused = Object.assign(new Error("connect"), { code: "ECONNREFUSED" });
    expect(await waits("TRANSIENT", { maxAttempts: 25 }, refused)).to.have.length(9);
    expect(await waits("TRANSIENT", { maxAttempts: 3 }, refused)).to.have.length(2);
  });

  it("waits twice as long each time at most, never longer than twenty seconds, longer after throttling", async () => {
    const limits = (base: number) => Array.from({ length: 24 }, (_, i) => Math.min(base * 2 ** i, 20_000));
    for (const [kind, base] of [["THROTTLING", 500] as const, ["TRANSIENT", 100] as const]) {
      const found = await waits(kind, { maxAttempts: 25 });
      for (const [i, limit] of limits(base).entries()) expect(found[i]).to.be.within(0, limit);
    }
    const short = await waits("THROTTLING", { maxAttempts: 25, baseMilliseconds: 1 });
    for (const [i, limit] of limits(1).entries()) expect(short[i]).to.be.within(0, limit);
  });
});
