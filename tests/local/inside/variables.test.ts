// Proves that the caller's way to real clouds and clusters ends at the environment's door.
import { expect } from "chai";
import { harmless, insideVariables } from "../../../local/inside/variables.ts";
import { statePaths } from "../../../local/state/paths.ts";

describe("harmless", () => {
  it("drops what points at a real cloud, cluster or backend, and keeps the rest", () => {
    const caller = {
      AWS_PROFILE: "production",
      AWS_ENDPOINT_URL_EFS: "https://elasticfilesystem.eu-west-1.amazonaws.com",
      PULUMI_ACCESS_TOKEN: "pul-1",
      PULUMI_CONFIG_PASSPHRASE: "own",
      KUBECONFIG: "/home/me/.kube/config",
      HELM_NAMESPACE: "prod",
      HOME: "/home/me",
    };
    expect(harmless(caller)).to.deep.equal({
      HOME: "/home/me",
      NO_PROXY: "127.0.0.1,localhost",
      no_proxy: "127.0.0.1,localhost",
    });
  });

  it("keeps what the caller's proxy does not get", () => {
    expect(harmless({ NO_PROXY: "intra.example" })).to.include({
      NO_PROXY: "intra.example,127.0.0.1,localhost",
    });
  });
});

describe("insideVariables", () => {
  const variables = insideVariables(statePaths("/state"), 4000, {
    PATH: "/usr/bin",
    AWS_REGION: "eu-west-1",
  });

  it("points AWS, Kubernetes and Pulumi at the environment", () => {
    expect(variables).to.include({
      AWS_ENDPOINT_URL: "http://127.0.0.1:4000",
      AWS_REGION: "us-east-1",
      AWS_EC2_METADATA_DISABLED: "true",
      KUBECONFIG: "/state/kubeconfig",
      PULUMI_BACKEND_URL: "file:///state/stacks",
      PULUMI_HOME: "/state/pulumi",
      PULUMI_STACK: "local",
    });
  });

  it("puts the environment's commands before the caller's", () => {
    expect(variables.PATH).to.match(/^\/state\/bin:.*node_modules\/\.bin:\/usr\/bin$/);
  });
});
