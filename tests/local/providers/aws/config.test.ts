// Proves how the provider's configuration is read, and that nothing but this machine is ever called.
import { expect } from "chai";
import { awsConfig, configFailures, isLoopback } from "../../../../local/providers/aws/config.ts";

const local = { AWS_REGION: "us-east-1", AWS_ENDPOINT_URL: "http://127.0.0.1:5000" };
const reasons = (config: object, environment: object): string[] =>
  configFailures(config as never, environment as never).map(({ reason }) => reason);

describe("the AWS configuration", () => {
  for (const address of ["http://127.0.0.1:1", "http://localhost:1", "http://[::1]:1", "https://127.9.9.9"]) {
    it(`takes ${address} for this machine`, () => {
      expect(isLoopback(address)).to.equal(true);
    });
  }

  for (const address of [
    "https://efs.us-east-1.amazonaws.com",
    "http://10.0.0.1",
    "http://127.0.0.1.example.com",
    "x",
  ]) {
    it(`takes ${address} for another one`, () => {
      expect(isLoopback(address)).to.equal(false);
    });
  }

  it("refuses an address beyond this machine, wherever it comes from", () => {
    const far = "https://efs.eu-west-1.amazonaws.com";
    expect(reasons({ endpoints: [{ efs: far }] }, local)).to.deep.equal([
      `the local stand-in calls loopback addresses only, and efs is "${far}"`,
    ]);
    expect(reasons({}, { ...local, AWS_ENDPOINT_URL_EKS: far })[0]).to.include("AWS_ENDPOINT_URL_EKS");
    expect(() => awsConfig({}, { ...local, AWS_ENDPOINT_URL: far })).to.throw("loopback addresses only");
  });

  it("asks for a region", () => {
    expect(reasons({}, {})).to.deep.equal(["Missing region configuration: set aws:region or AWS_REGION"]);
  });

  it("prefers the program's own words to the environment's", () => {
    const config = awsConfig({ region: "eu-west-1", endpoints: [{ efs: "http://127.0.0.1:1" }] }, local);
    expect(config.region).to.equal("eu-west-1");
    expect(config.endpoint("efs")).to.equal("http://127.0.0.1:1");
    expect(config.endpoint("eks")).to.equal("http://127.0.0.1:5000");
  });

  it("gives no address where none was said", () => {
    expect(awsConfig({}, { AWS_REGION: "us-east-1" }).endpoint("efs")).to.equal(undefined);
  });

  it("reads the default tags", () => {
    expect(awsConfig({ defaultTags: { tags: { team: "hub" } } }, local).defaultTags).to.deep.equal({
      team: "hub",
    });
  });

  it("tries calls as often as the program says, else 25 times, and sooner where the tests say so", () => {
    expect(awsConfig({}, local)).to.include({ maxRetries: 25, retryMilliseconds: undefined });
    expect(awsConfig({ maxRetries: 3 }, local).maxRetries).to.equal(3);
    const quick = { ...local, LOCAL_AWS_RETRY_MILLISECONDS: "5" };
    expect(awsConfig({}, quick).retryMilliseconds).to.equal(5);
  });
});
