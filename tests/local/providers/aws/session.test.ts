// Proves where clients may go. Makes no call.
import { EFSClient } from "@aws-sdk/client-efs";
import { expect } from "chai";
import { awsConfig } from "../../../../local/providers/aws/config.ts";
import { partitionOf, Session } from "../../../../local/providers/aws/session.ts";

describe("a session", () => {
  it("never falls back to the real AWS", () => {
    const session = new Session(awsConfig({}, { AWS_REGION: "us-east-1" }));
    expect(() => session.client("efs", EFSClient, "us-east-1")).to.throw(
      'no address for the AWS service "efs"',
    );
  });

  it("makes one client for each service and region", () => {
    const session = new Session(
      awsConfig({}, { AWS_REGION: "us-east-1", AWS_ENDPOINT_URL: "http://127.0.0.1:1" }),
    );
    const client = session.client("efs", EFSClient, "us-east-1");
    expect(session.client("efs", EFSClient, "us-east-1")).to.equal(client);
    expect(session.client("efs", EFSClient, "eu-west-1")).to.not.equal(client);
  });

  it("knows the partition of a region", () => {
    expect(partitionOf("us-east-1").partition).to.equal("aws");
    expect(partitionOf("cn-north-1").dnsSuffix).to.equal("amazonaws.com.cn");
    expect(partitionOf("us-gov-west-1").partition).to.equal("aws-us-gov");
  });
});
