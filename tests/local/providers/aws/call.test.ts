// Proves which refusals of a service are waited out. The times of the services are for the engine suite.
import { expect } from "chai";
import { Call } from "../../../../local/providers/aws/call.ts";
import { awsConfig } from "../../../../local/providers/aws/config.ts";
import { Session } from "../../../../local/providers/aws/session.ts";

const session = new Session(awsConfig({}, { AWS_REGION: "us-east-1" }));
const call = new Call(session, { signal: new AbortController().signal });
const mayPass = ({ message }: Error): boolean => message === "not yet";

/** What comes of work that says these words one after another before it is done. */
async function outcome(seconds: number, ...words: string[]): Promise<string> {
  let tries = 0;
  const work = (): Promise<string> => {
    const said = words[tries++];
    return said === undefined ? Promise.resolve(`done at ${tries}`) : Promise.reject(new Error(said));
  };
  return call.persist(seconds, work, mayPass).catch((error: unknown) => (error as Error).message);
}

describe("a call that persists", () => {
  it("tries again while the refusal may pass", async () => {
    expect(await outcome(60, "not yet", "not yet")).to.equal("done at 3");
  });

  it("ends at once with any other refusal", async () => {
    expect(await outcome(60, "never", "not yet")).to.equal("never");
    expect(await outcome(60, "not yet", "never")).to.equal("never");
  });

  it("ends with the service's last words when the time is over", async () => {
    expect(await outcome(0, "not yet", "not yet", "not yet")).to.equal("not yet");
  });
});
