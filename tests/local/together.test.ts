// Proves that no task is left running behind a failure.
import { expect } from "chai";
import { together } from "../../local/together.ts";

describe("together", () => {
  it("stops the others at the first failure, waits for their end, and tells the first cause", async () => {
    const events: string[] = [];
    const waits = (signal: AbortSignal): Promise<void> =>
      new Promise((_resolve, reject) => {
        signal.addEventListener("abort", () =>
          setTimeout(() => {
            events.push("other ended");
            reject(new Error("second"));
          }, 20),
        );
      });
    const told = await together(
      [waits, () => Promise.reject(new Error("first"))],
      new AbortController().signal,
    ).catch(String);
    expect(told).to.equal("Error: first");
    expect(events).to.deep.equal(["other ended"]);
  });
});
