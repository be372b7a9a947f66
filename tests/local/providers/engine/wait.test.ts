// Proves that waiting ends with the answer, the time or the cancellation, whichever comes first. Times are not asserted.
import { expect } from "chai";
import { waitFor } from "../../../../local/providers/engine/wait.ts";

const patience = { signal: new AbortController().signal, timeoutSeconds: 5, intervalMs: 1, what: "a thing" };

const failure = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "no failure",
    (error: unknown) => (error instanceof Error ? error.message : ""),
  );

describe("waitFor", () => {
  it("looks until there is an answer", async () => {
    let looks = 0;
    const answer = await waitFor(() => Promise.resolve(++looks < 3 ? undefined : "done"), patience);
    expect([answer, looks]).to.deep.equal(["done", 3]);
  });

  it("says what was awaited when the time is over", async () => {
    const never = waitFor(() => Promise.resolve(undefined), { ...patience, timeoutSeconds: 0 });
    expect(await failure(never)).to.equal("waiting for a thing: timeout after 0 s");
  });

  it("stops when the engine cancels", async () => {
    const cancellation = new AbortController();
    const waiting = waitFor(
      () => {
        cancellation.abort();
        return Promise.resolve(undefined);
      },
      { ...patience, signal: cancellation.signal },
    );
    expect(await failure(waiting)).to.equal("waiting for a thing: canceled");
  });

  it("passes on what the look itself throws", async () => {
    const broken = waitFor(() => Promise.reject(new Error("broken")), patience);
    expect(await failure(broken)).to.equal("broken");
  });
});
